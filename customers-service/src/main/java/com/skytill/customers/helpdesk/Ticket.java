package com.skytill.customers.helpdesk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;

/** A customer's or lead's problem, as it is kept. */
@Entity
@Table(name = "helpdesk_tickets")
class Ticket {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "ticket_id")
    Long ticketId;

    /** This or the lead. */
    @Column(name = "customer_id")
    Long customerId;

    @Column(name = "lead_id")
    Long leadId;

    @Column(name = "department_id")
    long departmentId;

    String subject;
    String description;

    @Enumerated(EnumType.STRING)
    TicketPriority priority;

    @Enumerated(EnumType.STRING)
    TicketStatus status;

    String assignee;
    String resolution;

    /** Of ours rather than Hibernate's: callers say which they saw, and its row is locked anyway. */
    int version;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    String changedBy;

    /** The database's own: see the migration. */
    @Column(name = "subject_lower", insertable = false, updatable = false)
    String subjectLower;
}
