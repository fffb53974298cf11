/** Where everything is joined: the entry point and the composition root. */
@NullMarked
package conclave;

import org.jspecify.annotations.NullMarked;
