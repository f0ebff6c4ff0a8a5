package io.protoworks.intake;

/** Which of day and month a date such as 03/04/2009 begins with; a file never mixes the two. */
enum RegisterDateOrder {
  DAY_FIRST,
  MONTH_FIRST
}
