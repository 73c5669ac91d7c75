package com.skytill.products.fup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A speed limit policy as it is kept. */
@Entity
@Table(name = "fup_speed_limit_policies")
class SpeedLimitPolicy {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "policy_id")
    Long policyId;

    String name;

    @Column(name = "window_seconds")
    long windowSeconds;

    String tiers;

    Tiers steps() {
        return Tiers.parse(tiers);
    }
}
