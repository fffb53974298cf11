package conclave.cli;

import conclave.client.ServerAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lets picocli say what is wrong with an address. */
final class AddressConverter implements ITypeConverter<ServerAddress> {
  @Override
  public ServerAddress convert(String text) {
    try {
      return ServerAddress.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
