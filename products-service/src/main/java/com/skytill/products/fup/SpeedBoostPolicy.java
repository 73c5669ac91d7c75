package com.skytill.products.fup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A speed boost policy as it is kept. */
@Entity
@Table(name = "fup_speed_boost_policies")
class SpeedBoostPolicy {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "policy_id")
    Long policyId;

    String name;

    String schedule;

    @Column(name = "public_holidays")
    String publicHolidays;

    @Column(name = "download_boost")
    String downloadBoost;

    @Column(name = "upload_boost")
    String uploadBoost;

    @Column(name = "applies_while_limited")
    boolean appliesWhileLimited;

    @Column(name = "applies_when_capped")
    boolean appliesWhenCapped;
}
