package com.skytill.vouchers.topup;

import org.hibernate.annotations.Immutable;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A completed top-up; read only. */
@Entity
@Immutable
@Table(name = "completed_topup_rows")
class CompletedTopupRow extends TopupColumns {}
