package com.skytill.customers.helpdesk;

import com.skytill.platform.problem.ProblemException;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.util.List;

/** Staff who share the tickets of one kind (domain: helpdesk), as it is kept. */
@Entity
@Table(name = "helpdesk_departments")
class Department {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "department_id")
    Long departmentId;

    String name;

    List<String> members;

    /** A member who gets the tickets that name nobody; null for nobody. */
    @Column(name = "default_assignee")
    String defaultAssignee;

    Members staff() {
        return new Members(members);
    }

    /** The member of that username; fails when there is none. Without a username, the default assignee. */
    String assignee(String username) {
        if (username == null) {
            return defaultAssignee;
        }
        return staff().find(username)
                .orElseThrow(
                        () -> ProblemException.parameter("assignee", "must be a member of the ticket's department"));
    }
}
