package com.skytill.customers.helpdesk;

import com.skytill.platform.parameter.ParameterReader;

import java.time.Instant;

/** A ticket as it is asked for; absent values are null. */
record NewTicket(
        Long departmentId,
        String subject,
        String description,
        Long customerId,
        Long leadId,
        TicketPriority priority,
        String assignee) {

    static NewTicket read(ParameterReader in) {
        var ticket = new NewTicket(
                in.id("department_id", "The department that it is for").mandatory(),
                in.text("subject", "What it is about")
                        .max(200)
                        .example("No signal since the storm")
                        .mandatory(),
                in.lines("description", "What the problem is")
                        .max(10_000)
                        .example("The dish's light is red")
                        .mandatory(),
                in.id("customer_id", "Whose problem it is; or lead_id").optional(),
                in.id("lead_id", "The sales lead whose problem it is; or customer_id")
                        .optional(),
                in.choice("priority", "How much it presses", TicketPriority.class)
                        .orElse(TicketPriority.NORMAL),
                Usernames.one(
                                in,
                                "assignee",
                                "The member of the department who works on it; its default assignee when absent")
                        .optional());
        if (in.given("customer_id") == in.given("lead_id")) {
            in.refuse("customer_id", "give either this or lead_id");
        }
        return ticket;
    }

    /** The ticket that it becomes. */
    Ticket toTicket(Department department, Instant now, String username) {
        var ticket = new Ticket();
        ticket.customerId = customerId;
        ticket.leadId = leadId;
        ticket.departmentId = department.departmentId;
        ticket.subject = subject;
        ticket.description = description;
        ticket.priority = priority;
        ticket.status = TicketStatus.OPEN;
        ticket.assignee = department.assignee(assignee);
        ticket.version = 1;
        ticket.createdAt = now;
        ticket.createdBy = username;
        ticket.changedAt = now;
        ticket.changedBy = username;
        return ticket;
    }
}
