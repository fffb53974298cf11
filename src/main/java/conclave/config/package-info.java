/**
 * What the operator asked for: a tree of records, handed out in parts, and the loader that fills it
 * from YAML, the environment and {@code --set}. Beside the rings: everybody may read a part, nobody
 * changes one. Start at {@link conclave.config.Config}. Invariant: a {@code Config} that exists is
 * valid; every mistake is found before the start.
 */
@NullMarked
package conclave.config;

import org.jspecify.annotations.NullMarked;
