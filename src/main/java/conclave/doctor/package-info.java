/**
 * What {@code conclave doctor} looks at before, while and after a server runs, without changing
 * anything: begin reading at {@link conclave.doctor.Doctor}, which has the table of the checks.
 */
@NullMarked
package conclave.doctor;

import org.jspecify.annotations.NullMarked;
