package com.skytill.vouchers.radius;

import com.skytill.vouchers.speed.Speed;
import com.skytill.vouchers.speed.SpeedUsage;

/**
 * What a session's speed is made of, as the database answers it.
 *
 * @param capped null for none
 * @param limitPolicyId null for none
 * @param boostPolicyId null for none
 */
record SpeedBasis(
        Speed full, Speed capped, Long dataCapBytes, Long limitPolicyId, Long boostPolicyId, SpeedUsage usage) {}
