/**
 * Counts the work of explaining, so that it ends at the same visit whatever the clock says. A unit is about a microsecond on
 * a usual machine.
 */
export class Effort {
  spent = 0;

  /** Counts some work. */
  add(units: number): void {
    this.spent += units;
  }
}
