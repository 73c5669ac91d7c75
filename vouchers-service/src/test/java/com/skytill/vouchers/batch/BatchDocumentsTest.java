package com.skytill.vouchers.batch;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.skytill.testing.token.TestToken;
import com.skytill.vouchers.Api;
import com.skytill.vouchers.TestProducts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class BatchDocumentsTest {

    private static final Pattern CODE = Pattern.compile("<p class=\"code (\\w+)\">([^<]+)</p>");

    @ConfigProperty(name = "skytill.products.url")
    URI products;

    @AfterEach
    void putRight() {
        wireMock().resetMappings();
        TestProducts.serve(wireMock(), TestProducts.ALL);
    }

    @Test
    void csvHasEveryVoucherAsTheListHasIt() throws IOException {
        long batch = Batches.completed(
                TestProducts.DAY, 3, Map.of("comment", "two\r\nlines, \"quoted\"", "use_before", "2099-12-31"));
        var answer = file(batch, "csv", Map.of());
        assertEquals("text/csv;charset=utf-8", answer.contentType().replace(" ", ""));
        assertEquals("attachment; filename=\"voucher-batch-" + batch + ".csv\"", answer.header("Content-Disposition"));
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals(null, answer.header("Next-Cursor"));

        var rows = rows(answer.asString());
        var listed = Api.call("get_hotspot_vouchers", Map.of("batch_id", batch))
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("items");
        assertEquals(3, rows.size());
        for (int i = 0; i < 3; i++) {
            for (var cell : rows.get(i).toMap().entrySet()) {
                Object value = listed.get(i).get(cell.getKey());
                assertEquals(value == null ? "" : value.toString(), cell.getValue(), cell.getKey());
            }
        }
    }

    @Test
    void csvHasNoFormulas() throws IOException {
        TestProducts.serve(
                wireMock(), TestProducts.page(TestProducts.product(602, "SUM", "\"name\":\"=1+cmd|' /C calc'!A0\"")));
        for (var comment : new String[] {"=HYPERLINK(\"http://evil.example\")", "+1", "-1", "@SUM(A1)", "\tx=1"}) {
            long batch = Batches.completed("SUM", 1, Map.of("comment", "x" + comment));
            assertEquals(
                    "x" + comment,
                    rows(file(batch, "csv", Map.of()).asString()).getFirst().get("voucher_comment"));
        }
        for (var comment : new String[] {"=HYPERLINK(\"http://evil.example\")", "+1", "-1", "@SUM(A1)"}) {
            long batch = Batches.completed("SUM", 1, Map.of("comment", comment));
            var row = rows(file(batch, "csv", Map.of()).asString()).getFirst();
            assertEquals("'" + comment, row.get("voucher_comment"));
            assertEquals("'=1+cmd|' /C calc'!A0", row.get("product"));
        }
    }

    @Test
    void csvOfManyIsWholeAndInParts() throws IOException {
        long batch = Batches.completed(TestProducts.DAY, 2500, Map.of());
        var whole = codes(rows(file(batch, "csv", Map.of()).asString()));
        assertEquals(2500, whole.size());
        assertEquals(2500, new HashSet<>(whole).size());

        var first = file(batch, "csv", Map.of("limit", 1000));
        var second = file(batch, "csv", Map.of("limit", 1000, "after", first.header("Next-Cursor")));
        var third = file(batch, "csv", Map.of("limit", 500, "after", second.header("Next-Cursor")));
        assertEquals(null, third.header("Next-Cursor"));
        assertEquals(whole.subList(0, 1000), codes(rows(first.asString())));
        assertEquals(whole.subList(1000, 2000), codes(rows(second.asString())));
        assertEquals(whole.subList(2000, 2500), codes(rows(third.asString())));
    }

    @Test
    void sheetHasThirtyVouchersAPageEachWithItsCodeAndItsQrCode() {
        wireMock()
                .register(WireMock.get(WireMock.urlPathEqualTo("/api/v1/get_config_settings"))
                        .willReturn(WireMock.okJson("{\"company_name\":\"Sky & <b>Sons\",\"currency\":\"ZAR\"}")));
        long batch = Batches.completed(TestProducts.DAY, 31, Map.of("price", "12.50", "use_before", "2099-12-31"));
        var answer = file(batch, "html", Map.of());
        assertEquals("text/html;charset=utf-8", answer.contentType().replace(" ", ""));
        assertEquals("attachment; filename=\"voucher-batch-" + batch + ".html\"", answer.header("Content-Disposition"));
        var html = answer.asString();
        var pages = html.split("<section class=\"page\">", -1);
        assertEquals(3, pages.length);
        assertEquals(30, count(pages[1], "<article"));
        assertEquals(1, count(pages[2], "<article"));
        assertTrue(html.endsWith("</html>\n"));

        var listed = Api.call("get_hotspot_vouchers", Map.of("batch_id", batch))
                .extract()
                .jsonPath();
        var shown = CODE.matcher(html).results().map(code -> code.group(2)).toList();
        assertEquals(listed.getList("items.voucher_code"), shown);
        var articles = html.split("<article", -1);
        for (int i = 1; i <= 31; i++) {
            assertEquals(shown.get(i - 1), QrReader.read(articles[i]));
            assertTrue(articles[i].contains("<p class=\"company\">Sky &amp; &lt;b&gt;Sons</p>"), articles[i]);
            assertTrue(articles[i].contains("<p class=\"product\">DAY</p>"));
            assertTrue(articles[i].contains("<p class=\"terms\">1 GB, valid 1 day from first use</p>"));
            assertTrue(articles[i].contains("<p class=\"dates\">use first by 31 Dec 2099</p>"));
            assertTrue(articles[i].contains("<span class=\"price\">ZAR 12.50</span>"));
            assertTrue(articles[i].contains("No. " + listed.getInt("items[" + (i - 1) + "].voucher_id") + "<"));
        }
    }

    @Test
    void sheetEscapesWhatPeopleGaveAndNeedsNothingButItself() {
        TestProducts.serve(
                wireMock(),
                TestProducts.page(TestProducts.product(
                        603, "XSS", "\"name\":\"</style><script>alert('x')</script>\\\" onload=\\\"y\"")));
        long batch = Batches.completed("XSS", 1, Map.of("comment", "<img src=x>"));
        var html = file(batch, "html", Map.of()).asString();
        assertTrue(html.contains("&lt;/style&gt;&lt;script&gt;alert("));
        assertFalse(html.contains("<script"));
        assertFalse(html.contains("<img"));
        assertFalse(html.contains("company\">"), "auth-service did not tell the company's name");
        for (var outside : new String[] {"http:", "https:", "url(", "src=", "href=", "@import", "javascript:"}) {
            assertFalse(html.contains(outside), outside);
        }
    }

    @Test
    void sheetsOfABatchComeInPartsToo() {
        long batch = Batches.completed(TestProducts.DAY, 70, Map.of());
        var first = file(batch, "html", Map.of("limit", 60));
        var second = file(batch, "html", Map.of("limit", 60, "after", first.header("Next-Cursor")));
        assertEquals(null, second.header("Next-Cursor"));
        var codes = new TreeSet<String>();
        for (var part : List.of(first, second)) {
            CODE.matcher(part.asString()).results().forEach(code -> codes.add(code.group(2)));
        }
        assertEquals(70, codes.size());
        assertEquals(60, count(first.asString(), "<article"));
    }

    @Test
    void onlyACompletedBatchHasVouchersToShow() {
        try (var gate = Gate.shut()) {
            long running = Batches.add(TestProducts.DAY, 1);
            await().atMost(Duration.ofSeconds(30)).until(() -> gate.waiting() == 1);
            long cancelled = Batches.add(TestProducts.DAY, 1);
            refused(cancelled, "queued");
            Batches.cancel(cancelled);
            refused(running, "running");
            refused(cancelled, "cancelled");
        }
    }

    @Test
    void partsBelongToFilesAndFormatsAreKnown() {
        long batch = Batches.completed(TestProducts.DAY, 1, Map.of());
        Api.call("get_hotspot_voucher_batch", Map.of("batch_id", batch, "limit", 1))
                .statusCode(400)
                .body("errors.parameter", contains("limit"));
        Api.call("get_hotspot_voucher_batch", Map.of("batch_id", batch, "format", "pdf"))
                .statusCode(400)
                .body("errors.parameter", contains("format"));
        Api.call("get_hotspot_voucher_batch", Map.of("batch_id", batch, "format", "csv", "after", "x"))
                .statusCode(400)
                .body("errors.parameter", contains("after"));
        Api.call("get_hotspot_voucher_batch", Map.of("batch_id", batch, "format", "json"))
                .statusCode(200)
                .body("status", equalTo("completed"));
        Api.bearer(TestToken.of("radius_read"))
                .formParams(Map.of("batch_id", batch, "format", "csv"))
                .post("/api/v1/get_hotspot_voucher_batch")
                .then()
                .statusCode(200);
        Api.bearer(TestToken.of("customers_read"))
                .formParams(Map.of("batch_id", batch, "format", "csv"))
                .post("/api/v1/get_hotspot_voucher_batch")
                .then()
                .statusCode(403);
    }

    private static void refused(long batch, String status) {
        for (var format : new String[] {"csv", "html"}) {
            Api.call("get_hotspot_voucher_batch", Map.of("batch_id", batch, "format", format))
                    .statusCode(409)
                    .body("code", equalTo("illegal_state"))
                    .body("detail", containsString(status));
        }
    }

    private static Response file(long batch, String format, Map<String, ?> more) {
        var parameters = new HashMap<String, Object>(more);
        parameters.put("batch_id", batch);
        parameters.put("format", format);
        return Api.call("get_hotspot_voucher_batch", parameters)
                .statusCode(200)
                .extract()
                .response();
    }

    private static List<CSVRecord> rows(String csv) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = CSVParser.parse(csv, format)) {
            return parser.getRecords();
        }
    }

    private static List<String> codes(List<CSVRecord> rows) {
        return rows.stream().map(row -> row.get("voucher_code")).toList();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private WireMock wireMock() {
        return WireMock.create()
                .host(products.getHost())
                .port(products.getPort())
                .build();
    }
}
