package com.skytill.local.demonstration;

/**
 * A customer of the demonstration; absent texts are empty.
 *
 * @param code its accounting code, by which it is known again
 * @param billingGroup which billing group, counted from 0
 * @param customerGroup which customer group, counted from 0; -1 for none
 */
record Customer(
        String code,
        String kind,
        String name,
        String companyName,
        String vatNumber,
        String phone,
        String email,
        int billingGroup,
        int customerGroup,
        String paymentType,
        String address,
        double latitude,
        double longitude,
        String status,
        String statusReason) {}
