package com.skytill.vouchers.topup;

import org.hibernate.annotations.Immutable;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A top-up, however far it has come; read only. */
@Entity
@Immutable
@Table(name = "topup_rows")
class TopupRow extends TopupColumns {}
