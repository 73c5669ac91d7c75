package com.skytill.customers.helpdesk;

import com.skytill.testing.parallel.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import static com.skytill.customers.helpdesk.HelpdeskApi.STAFF;
import static com.skytill.customers.helpdesk.HelpdeskApi.change;
import static com.skytill.customers.helpdesk.HelpdeskApi.department;
import static com.skytill.customers.helpdesk.HelpdeskApi.get;
import static com.skytill.customers.helpdesk.HelpdeskApi.post;
import static com.skytill.customers.helpdesk.HelpdeskApi.show;
import static com.skytill.customers.helpdesk.HelpdeskApi.ticket;
import static com.skytill.customers.helpdesk.HelpdeskApi.ticketOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class DepartmentsTest {

    @Test
    void addedDepartmentIsListedWithItsMembersOnce() {
        String name = "Field " + UUID.randomUUID();
        int id = post(
                        STAFF,
                        "add_helpdesk_department",
                        Map.of("name", name, "members", "Thandi sipho,THANDI", "default_assignee", "thandi"))
                .then()
                .statusCode(201)
                .body("department.members", equalTo(List.of("Thandi", "sipho")))
                .body("department.default_assignee", equalTo("Thandi"))
                .extract()
                .path("department.department_id");
        assertEquals(name, find(id).get("name"));
        assertEquals(List.of("Thandi", "sipho"), find(id).get("members"));
        post(STAFF, "add_helpdesk_department", Map.of("name", name.toUpperCase(Locale.ROOT)))
                .then()
                .statusCode(409)
                .body("code", equalTo("already_exists"));
    }

    @Test
    void defaultAssigneeIsAMember() {
        String name = "Field " + UUID.randomUUID();
        for (var parameters : List.of(
                Map.of("name", name, "members", "sipho", "default_assignee", "thandi"),
                Map.of("name", name, "default_assignee", "thandi"))) {
            post(STAFF, "add_helpdesk_department", parameters)
                    .then()
                    .statusCode(400)
                    .body("errors.parameter", equalTo(List.of("default_assignee")));
        }
        post(STAFF, "add_helpdesk_department", Map.of("name", name)).then().statusCode(201);
    }

    @Test
    void membersComeAndGo() {
        int id = department("thandi", "sipho");
        update(id, Map.of("add_members", "lerato, SIPHO", "remove_members", "Thandi", "default_assignee", "Lerato"))
                .then()
                .statusCode(200)
                .body("department.members", equalTo(List.of("sipho", "lerato")))
                .body("department.default_assignee", equalTo("lerato"));
        update(id, Map.of("no_default_assignee", true, "name", "Other " + UUID.randomUUID()))
                .then()
                .statusCode(200)
                .body("department.default_assignee", nullValue());
        assertEquals(List.of("sipho", "lerato"), find(id).get("members"));
        update(id, Map.of("remove_members", "sipho lerato"))
                .then()
                .statusCode(200)
                .body("department.members", equalTo(List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "remove_members, somebody, remove_members",
        "remove_members, thandi, remove_members",
        "default_assignee, somebody, default_assignee",
        "add_members, 'a b;c', add_members",
        "add_members, ' , ', add_members",
        "name, 'a\u0007b', name",
        "member, thandi, member"
    })
    void changeThatCantBeMadeIsNamedAndChangesNothing(String parameter, String value, String named) {
        int id = department("thandi", "sipho");
        var before = find(id);
        update(id, Map.of(parameter, value)).then().statusCode(400).body("errors.parameter", hasItem(named));
        assertEquals(before, find(id));
    }

    @Test
    void contradictionsAreRefused() {
        int id = department("thandi", "sipho");
        update(id, Map.of()).then().statusCode(400).body("errors.parameter", equalTo(List.of("name")));
        update(id, Map.of("add_members", "lerato", "remove_members", "LERATO"))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("remove_members")));
        update(id, Map.of("default_assignee", "sipho", "no_default_assignee", true))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("no_default_assignee")));
        update(999_999_999, Map.of("name", "x")).then().statusCode(404);
        var other = find(department());
        update(id, Map.of("name", other.get("name"))).then().statusCode(409);
    }

    @Test
    void nobodyLeavesTicketsInWorkBehind() {
        int id = department("thandi", "sipho");
        var parameters = ticketOf(id);
        parameters.put("assignee", "sipho");
        int ticket = ticket(parameters);
        update(id, Map.of("remove_members", "SIPHO"))
                .then()
                .statusCode(422)
                .body("code", equalTo("rule_violated"))
                .body("detail", containsString("(1)"));
        assertEquals(List.of("thandi", "sipho"), find(id).get("members"));
        change(ticket, Map.of("status", "resolved", "resolution", "Turned the dish"))
                .then()
                .statusCode(200);
        update(id, Map.of("remove_members", "sipho")).then().statusCode(200);
        // Whoever resolved it stays named, until it is opened again.
        show(ticket).then().body("assignee", equalTo("sipho"));
        change(ticket, Map.of("status", "open")).then().body("ticket.assignee", equalTo("thandi"));
    }

    @Test
    void whoLeavesAtOnceWithAnAssignmentIsAssignedNothing() throws Exception {
        for (int round = 0; round < 10; round++) {
            int id = department("thandi", "sipho");
            int ticket = ticket(id);
            var statuses = Parallel.run(
                    2,
                    i -> i == 0
                            ? update(id, Map.of("remove_members", "sipho")).statusCode()
                            : change(ticket, Map.of("assignee", "sipho")).statusCode());
            boolean left = statuses.get(0) == 200;
            assertEquals(left ? List.of(200, 400) : List.of(422, 200), statuses);
            show(ticket).then().body("assignee", equalTo(left ? "thandi" : "sipho"));
        }
    }

    @Test
    void membersAddedAtOnceAreAllThere() throws Exception {
        int id = department("thandi");
        Parallel.run(10, i -> update(id, Map.of("add_members", "m" + i)).statusCode());
        assertEquals(
                Set.of("thandi", "m0", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9"),
                new HashSet<>((List<?>) find(id).get("members")));
    }

    private static Response update(int department, Map<String, ?> changes) {
        var parameters = new HashMap<String, Object>(changes);
        parameters.put("department_id", department);
        return post(STAFF, "update_helpdesk_department", parameters);
    }

    private static Map<String, ?> find(int department) {
        return get(STAFF, "get_helpdesk_departments", Map.of("limit", 500))
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.department_id == " + department + " }");
    }
}
