/**
 * What the operator asked for: a tree of records, handed out in parts, and the loader that fills it
 * from YAML, the environment and {@code --set}. Beside the rings: everybody may read a part, nobody
 * changes one. While the server runs, {@link conclave.config.Running} may become another one. Start
 * at {@link conclave.config.Config}. Invariant: a {@code Config} that exists is valid; every
 * mistake is found before it holds.
 */
@NullMarked
package conclave.config;

import org.jspecify.annotations.NullMarked;
