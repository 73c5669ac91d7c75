package com.skytill.vouchers.speed;

/**
 * The use that decides a speed.
 *
 * @param capPassed whether the month's data cap is used up
 * @param windowBytes used within the rolling window of the speed limit policy, both directions together
 */
public record SpeedUsage(boolean capPassed, long windowBytes) {}
