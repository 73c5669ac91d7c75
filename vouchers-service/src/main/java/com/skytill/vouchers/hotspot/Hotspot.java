package com.skytill.vouchers.hotspot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;

/** A place with a router that asks RADIUS before it lets devices out, as it is kept. */
@Entity
@Table(name = "hotspots")
class Hotspot {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "hotspot_id")
    Long hotspotId;

    String name;

    @Column(name = "nas_identifier")
    String nasIdentifier;

    @Column(name = "nas_address")
    String nasAddress;

    @Column(name = "coa_port")
    int coaPort;

    /** Sealed; see {@link HotspotSecrets}. */
    @Column(name = "coa_secret")
    String coaSecret;

    String address;

    Double latitude;

    Double longitude;

    @Column(name = "created_at")
    Instant createdAt;
}
