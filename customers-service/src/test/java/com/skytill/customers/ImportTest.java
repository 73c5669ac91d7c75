package com.skytill.customers;

import com.skytill.testing.parallel.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static com.skytill.customers.Api.STAFF;
import static com.skytill.customers.Api.STRANGER;
import static com.skytill.customers.Api.customersOf;
import static com.skytill.customers.Api.get;
import static com.skytill.customers.Api.individual;
import static com.skytill.customers.Api.letters;
import static com.skytill.customers.Api.phone;
import static com.skytill.customers.Api.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Customers from CSV: all or nothing, a fault per bad value with its line, thousands at once, and what was exported again. */
@QuarkusTest
class ImportTest {

    private static final String HEADER = "kind,name,phone,email,billing_group_id\n";

    private int group;
    private String letters;

    @BeforeEach
    void prepare() {
        group = Api.billingGroup();
        letters = letters();
    }

    @Test
    void rowsBecomeCustomersInTheirOrder() {
        String csv =
                "\uFEFFname;phone;kind;email;billing_group_id;company_name;notes;latitude;longitude;status;status_reason\r\n"
                        + letters + " First;021 555 0101;individual;a@example.org;" + group
                        + ";;\"a; \"\"b\"\"\r\nc\";-33.9;18.4;;\r\n"
                        + "Second;'+27 21 555 0102;company;b@example.org;" + group + ";" + letters
                        + " Wireless;;;;cancelled;moved away\r\n";
        imported(csv)
                .then()
                .statusCode(200)
                .body("status", equalTo("applied"))
                .body("import.rows", equalTo(2))
                .body("customers.line", equalTo(List.of(2, 4)))
                .body("customers.accounting_code", equalTo(List.of(letters + "001", letters + "002")));
        get(STAFF, "get_customers", Map.of("billing_group_id", group))
                .then()
                .body("items.name", equalTo(List.of(letters + " First", "Second")))
                .body("items[0].notes", equalTo("a; \"b\"\r\nc"))
                .body("items[0].latitude", equalTo(-33.9f))
                .body("items[0].status", equalTo("active"))
                .body("items[1].phone", equalTo("+27 21 555 0102"))
                .body("items[1].status", equalTo("cancelled"))
                .body("items[1].status_reason", equalTo("moved away"));
        get(STAFF, "get_customer_contacts", Map.of("customer_id", letters + "002"))
                .then()
                .body("items.own", equalTo(List.of(true)));
    }

    @Test
    void everyFaultHasItsLineAndNothingIsAdded() {
        post(STAFF, "add_customer", coded(letters + "009")).then().statusCode(201);
        String csv = "kind,name,phone,email,billing_group_id,accounting_code,company_name,status\n"
                + "individual,Good,021 555 0100,a@example.org," + group + ",,,\n"
                + "person,Bad kind,021 555 0100,a@example.org," + group + ",,,\n"
                + "individual,\"Bad\nphone\",12,nobody," + group + ",,,\n"
                + "company,No company,021 555 0100,a@example.org," + group + ",,,\n"
                + "individual,No group,021 555 0100,a@example.org,999999999,,,\n"
                + "individual,Taken,021 555 0100,a@example.org," + group + "," + letters + "009,,\n"
                + "individual,Same,021 555 0100,a@example.org," + group + "," + letters + "777,,\n"
                + "individual,Same,021 555 0100,a@example.org," + group + "," + letters.toLowerCase(Locale.ROOT)
                + "777,,\n"
                + "individual,Short,021 555 0100\n"
                + "individual,Gone,021 555 0100,a@example.org," + group + ",,,cancelled\n"
                + ",,,,,,x,\n";
        var lines = List.of(
                "line 3, kind: must be one of individual, company",
                "line 4, name: must not contain control characters",
                "line 4, phone: must be a phone number, like +27 21 555 0100",
                "line 4, email: must be an e-mail address",
                "line 6, company_name: is mandatory for a company",
                "line 7, billing_group_id: there is none with this ID",
                "line 8, accounting_code: another customer has it already",
                "line 10, accounting_code: is that of line 9 too",
                "line 11: has 3 values where there are 8 columns",
                "line 12, status_reason: is mandatory for a cancelled customer",
                "line 13, kind: is mandatory",
                "line 13, name: is mandatory",
                "line 13, phone: is mandatory",
                "line 13, email: is mandatory",
                "line 13, billing_group_id: is mandatory");
        for (var dryRun : List.of(false, true)) {
            post(STAFF, "import_customers", Map.of("csv", csv, "dry_run", dryRun))
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo("invalid_parameter"))
                    .body("errors.message", equalTo(lines))
                    .body("errors.parameter.unique()", equalTo(List.of("csv")));
        }
        assertEquals(1, customersOf(group));
    }

    @Test
    void dryRunTellsWhatWouldComeOfItAndChangesNothing() {
        String phone = phone();
        int there = post(STAFF, "add_customer", individual(letters, group)).path("customer.customer_id");
        String mail = get(STAFF, "get_customer", Map.of("customer_id", there)).path("email");
        String csv = HEADER
                + row("One", phone, "One-" + letters + "@example.org")
                + row("Two", phone, mail.toUpperCase(Locale.ROOT))
                + row("Three", phone(), "three-" + letters + "@example.org");
        for (var token : List.of(STAFF, STRANGER)) {
            post(token, "import_customers", Map.of("csv", csv, "dry_run", "true"))
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("dry_run"))
                    .body("update_id", nullValue())
                    .body("import.rows", equalTo(3))
                    .body("customers.size()", equalTo(0))
                    .body("possible_duplicates.line", equalTo(List.of(3)))
                    .body("possible_duplicates[0].customer_ids", equalTo(List.of(there)))
                    .body("possible_duplicates[0].lines", equalTo(List.of(2)));
        }
        assertEquals(1, customersOf(group));
        get(
                        STAFF,
                        "get_customers_audit_log",
                        Map.of("operation", "import_customers", "submitted_by", "stranger", "limit", 500))
                .then()
                .body("items.findAll { it.parameters.csv.contains('" + letters + "') }.size()", equalTo(0));
    }

    @Test
    void waitingImportAddsNobodyUntilItIsApproved() {
        String csv = HEADER + row(letters, phone(), letters + "@example.org");
        int update = post(STRANGER, "import_customers", Map.of("csv", csv))
                .then()
                .statusCode(202)
                .extract()
                .path("update_id");
        assertEquals(0, customersOf(group));
        post(STAFF, "approve_customers_update", Map.of("update_id", update))
                .then()
                .statusCode(200)
                .body("customers.accounting_code", equalTo(List.of(letters + "001")));
        assertEquals(1, customersOf(group));
    }

    @Test
    void faultyFilesAreRefusedByTheirLine() {
        for (var file : Map.of(
                        HEADER + "individual,\"open,021 555 0100,a@example.org," + group,
                        "line 2: has a quote that is never closed",
                        "kind,nmae\nindividual,x\n",
                        "line 1, nmae: is unknown; did you mean name?",
                        HEADER,
                        "line 1: is followed by no row")
                .entrySet()) {
            imported(file.getKey()).then().statusCode(400).body("errors[0].message", containsString(file.getValue()));
        }
        post(STAFF, "import_customers", Map.of("csv", "", "dry_run", "maybe"))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("csv", "dry_run")));
    }

    @Test
    void thousandsOfRowsGetCodesWithoutGapsAroundChosenOnes() {
        String csv = "kind,name,phone,email,billing_group_id,accounting_code\n"
                + IntStream.rangeClosed(1, 5000)
                        .mapToObj(i -> "individual,%s %d,\"0%d\",%s%d@example.org,%d,%s%n"
                                .formatted(
                                        letters,
                                        i,
                                        210_000_000 + i,
                                        letters,
                                        i,
                                        group,
                                        i % 10 == 0 ? "%s%03d".formatted(letters, i) : ""))
                        .collect(Collectors.joining());
        var answer = imported(csv);
        answer.then().statusCode(200).body("import.rows", equalTo(5000));
        List<String> codes = answer.path("customers.accounting_code");
        assertEquals(
                IntStream.rangeClosed(1, 5000)
                        .mapToObj(i -> "%s%03d".formatted(letters, i))
                        .collect(Collectors.toSet()),
                new HashSet<>(codes));
        assertEquals(letters + "001", codes.getFirst());
        assertEquals(
                letters + "5001",
                post(STAFF, "add_customer", individual(letters, group)).path("customer.accounting_code"));
        List<Integer> ids = answer.path("customers.customer_id");
        assertEquals(ids.stream().sorted().toList(), ids);
    }

    @Test
    void tenThousandLinesOfOnePhoneNumberAreWarnedOfOnce() {
        String phone = phone();
        String csv = HEADER
                + IntStream.range(0, 10_000)
                        .mapToObj(i -> row(letters, phone, letters + i + "@example.org"))
                        .collect(Collectors.joining());
        var answer = post(STAFF, "import_customers", Map.of("csv", csv, "dry_run", true));
        answer.then().statusCode(200).body("possible_duplicates.size()", equalTo(9_999));
        assertEquals(List.of(2), answer.path("possible_duplicates[9998].lines"));
        imported(csv + row(letters, phone, "one-too-many@example.org"))
                .then()
                .statusCode(400)
                .body(
                        "errors.message",
                        equalTo(List.of("line 10002: is more than 10000 rows; import the file in parts")));
        assertEquals(0, customersOf(group));
    }

    @Test
    void importsAndCustomersAddedAtOnceGetDifferentCodes() throws Exception {
        String other = letters();
        var codes = Parallel.run(40, i -> {
            if (i % 2 == 0) {
                return List.of(post(STAFF, "add_customer", individual(i % 4 == 0 ? letters : other, group))
                        .<String>path("customer.accounting_code"));
            }
            var names = i % 4 == 1 ? List.of(letters, other) : List.of(other, letters);
            String csv = HEADER
                    + names.stream()
                            .map(name -> row(name, phone(), name + i + "@example.org"))
                            .collect(Collectors.joining());
            return imported(csv).then().statusCode(200).extract().<List<String>>path("customers.accounting_code");
        });
        var all = codes.stream().flatMap(List::stream).toList();
        assertEquals(60, new HashSet<>(all).size());
        var expected = new HashSet<String>();
        for (int i = 1; i <= 30; i++) {
            expected.add("%s%03d".formatted(letters, i));
            expected.add("%s%03d".formatted(other, i));
        }
        assertEquals(expected, new HashSet<>(all));
    }

    @Test
    void takesTheFileAsFormMultipartAndJson() {
        for (var type : List.of("form", "multipart", "json")) {
            String csv = HEADER
                    + row(letters + type, phone(), letters + type + "@example.org")
                    + IntStream.range(0, 1000)
                            .mapToObj(i -> row(letters, phone(), letters + type + i + "@example.org"))
                            .collect(Collectors.joining());
            var request = given().header("Authorization", STAFF.bearer());
            switch (type) {
                case "form" -> request.formParam("csv", csv);
                case "multipart" -> request.multiPart("csv", csv);
                default -> request.contentType("application/json").body(Map.of("csv", csv, "dry_run", false));
            }
            request.post("/api/v1/import_customers").then().statusCode(200).body("import.rows", equalTo(1001));
        }
    }

    @Test
    void exportImportsAgain() {
        var odd = coded(letters + "042");
        odd.putAll(Map.of(
                "name", "=cmd|' /C calc'!A0", "notes", "'=1+1\r\n\"quoted\", and; more\n", "address", "-1 @ home"));
        odd.putAll(Map.of("latitude", "-0.000001", "longitude", "18.400000000001", "payment_type", "cash"));
        post(STAFF, "add_customer", odd).then().statusCode(201);
        var company = individual("O'Brien, \"Pat\"", group);
        company.putAll(Map.of("kind", "company", "company_name", letters + " & Söhne", "vat_number", "4123"));
        int second = post(STAFF, "add_customer", company).path("customer.customer_id");
        post(STAFF, "cancel_customer", Map.of("customer_id", second, "reason", "@gone"));
        String exported = export(Map.of("billing_group_id", group));
        int newGroup = Api.billingGroup();
        String newLetters = letters();
        // Somewhere else the same file would do as it is; here codes are taken.
        String moved = exported.replace(letters, newLetters).replace("," + group + ",", "," + newGroup + ",");
        imported(moved).then().statusCode(200).body("import.rows", equalTo(2));
        assertEquals(moved, export(Map.of("billing_group_id", newGroup)));
        get(STAFF, "get_customer", Map.of("customer_id", newLetters + "042"))
                .then()
                .body("name", equalTo("=cmd|' /C calc'!A0"))
                .body("notes", equalTo("'=1+1\r\n\"quoted\", and; more"));
        for (String line : exported.lines().toList()) {
            for (String cell : List.of(line.split(",", -1))) {
                assertEquals(-1, "=+@".indexOf(cell.isEmpty() ? 'x' : cell.charAt(0)), line);
            }
        }
    }

    @Test
    void exportHasPartsThatTogetherAreAll() {
        for (int i = 0; i < 3; i++) {
            post(STAFF, "add_customer", individual(letters, group)).then().statusCode(201);
        }
        var first = get(STAFF, "export_customers", Map.of("billing_group_id", group, "limit", 2));
        first.then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/csv; charset=utf-8"))
                .header("Content-Disposition", equalTo("attachment; filename=\"customers.csv\""))
                .header("Cache-Control", equalTo("no-store"));
        assertEquals(3, first.asString().lines().count());
        var second = get(
                STAFF,
                "export_customers",
                Map.of("billing_group_id", group, "limit", 2, "after", first.header("Next-Cursor")));
        assertEquals(2, second.asString().lines().count());
        second.then().header("Next-Cursor", nullValue());
        get(STRANGER, "export_customers", Map.of("limit", 10_001, "after", "x"))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("limit", "after")));
    }

    private static Response imported(String csv) {
        return post(STAFF, "import_customers", Map.of("csv", csv));
    }

    private static String export(Map<String, ?> filters) {
        return get(STAFF, "export_customers", filters)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String row(String name, String phone, String email) {
        return "individual,%s,%s,%s,%d%n".formatted(name, phone, email, group);
    }

    private Map<String, Object> coded(String code) {
        var parameters = individual(letters, group);
        parameters.put("accounting_code", code);
        return parameters;
    }
}
