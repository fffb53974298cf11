package conclave.auth;

import conclave.account.Fingerprint;
import conclave.command.AccountNews;
import conclave.command.AccountOrder.AddCertificate;
import conclave.command.AccountOrder.RemoveCertificate;
import conclave.room.Reason;
import io.vertx.core.Future;

/** Which certificates log an account in. */
final class CertificateKeeping {
  private static final int MOST = 16;

  private final CertificateStore store;
  private final Trail trail;

  CertificateKeeping(CertificateStore store, Trail trail) {
    this.store = store;
    this.trail = trail;
  }

  Future<AccountNews> list(Orders.Who who) {
    return store.of(who.name()).map(AccountNews.Certificates::new);
  }

  Future<AccountNews> add(AddCertificate order, Orders.Who who) {
    Fingerprint certificate = order.certificate().orElseThrow();
    return store
        .of(who.name())
        .compose(
            all ->
                all.size() >= MOST && !all.contains(certificate)
                    ? Future.succeededFuture(
                        AccountNews.Refused.of(
                            Reason.TOO_MANY_CERTIFICATES, Integer.toString(MOST)))
                    : add(certificate, who));
  }

  private Future<AccountNews> add(Fingerprint certificate, Orders.Who who) {
    return store
        .add(who.name(), certificate, System.currentTimeMillis())
        .map(
            isAdded -> {
              if (!isAdded) {
                return AccountNews.Refused.of(Reason.CERTIFICATE_TAKEN, certificate.hex());
              }
              trail.certificateAdded(who);
              return new AccountNews.Done(
                  AccountNews.What.CERTIFICATE_ADDED, who.name(), certificate.hex());
            });
  }

  Future<AccountNews> remove(RemoveCertificate order, Orders.Who who) {
    return store
        .remove(who.name(), order.certificate())
        .map(
            isRemoved -> {
              if (!isRemoved) {
                return AccountNews.Refused.of(
                    Reason.NO_SUCH_CERTIFICATE, order.certificate().hex());
              }
              trail.certificateRemoved(who);
              return new AccountNews.Done(
                  AccountNews.What.CERTIFICATE_REMOVED, who.name(), order.certificate().hex());
            });
  }
}
