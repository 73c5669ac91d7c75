package com.skytill.customers.helpdesk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;

/** What was answered on a ticket, as it is kept. */
@Entity
@Table(name = "helpdesk_ticket_replies")
class Reply {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "reply_id")
    Long replyId;

    @Column(name = "ticket_id")
    long ticketId;

    String message;

    /** For staff only. */
    boolean internal;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;
}
