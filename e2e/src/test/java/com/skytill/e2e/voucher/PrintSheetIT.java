package com.skytill.e2e.voucher;

import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import com.skytill.local.api.ApiAnswer;
import com.skytill.local.process.Programs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A batch through the gateway, to the paper that a real browser prints. */
@ExtendWith(SuiteExtension.class)
class PrintSheetIT {

    private static final Pattern CODE = Pattern.compile("<p class=\"code \\w+\">([^<]+)</p>");
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b");
    private static final Pattern A4 = Pattern.compile("/MediaBox\\s*\\[\\s*0 0 59[45]\\S* 84[12]\\S*\\s*]");
    private static final int PATIENCE_SECONDS = 120;

    private final RunningSuite suite;

    PrintSheetIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void thirtyVouchersThenFillAPageOfPaperAndOneMoreTakesAnother() throws Exception {
        assertEquals(1, pages(sheet(batch(30))));
        assertEquals(2, pages(sheet(batch(31))));
    }

    @Test
    void filesThenHaveTheCodesAndTheCompanyAndNoLogHas() throws Exception {
        long batch = batch(40);
        String html = sheet(batch);
        var codes = CODE.matcher(html).results().map(code -> code.group(1)).toList();
        assertEquals(40, new HashSet<>(codes).size());
        var company = suite.mustCall("get_config_settings", Map.of()).text("/company_name");
        assertTrue(html.contains("<p class=\"company\">" + company + "</p>"), company);

        var csv = file(batch, "csv");
        assertEquals(41, csv.lines().count());
        for (var code : codes) {
            assertTrue(csv.contains("," + code + ","));
        }
        try (var logs = Files.list(suite.home().logs())) {
            for (var log : logs.toList()) {
                var text = Files.readString(log, StandardCharsets.UTF_8);
                assertFalse(codes.stream().anyMatch(text::contains), "a code is in " + log.getFileName());
            }
        }
    }

    private long batch(int quantity) throws IOException, InterruptedException {
        var product = "e2e-" + UUID.randomUUID();
        suite.mustCall(
                "add_data_product",
                Map.of(
                        "name", "A product whose name is so long that it does not fit beside a QR code",
                        "product_code", product,
                        "kind", "hotspot",
                        "price", "1249.00",
                        "download_kbps", 10_240,
                        "upload_kbps", 2_048,
                        "data_cap", "1.5GiB",
                        "time_quota", "PT90H30M",
                        "validity", "P30D",
                        "max_devices", 4));
        long batch = suite.mustCall(
                        "add_hotspot_voucher_batch",
                        Map.of(
                                "product_id",
                                product,
                                "quantity",
                                quantity,
                                "prefix",
                                "CAMPSITE",
                                "use_before",
                                "2099-12-31"))
                .number("/batch/batch_id");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> "completed".equals(get(batch).text("/status")));
        return batch;
    }

    private ApiAnswer get(long batch) throws IOException, InterruptedException {
        return suite.mustCall("get_hotspot_voucher_batch", Map.of("batch_id", batch));
    }

    private String sheet(long batch) throws IOException, InterruptedException {
        return file(batch, "html");
    }

    private String file(long batch, String format) throws IOException, InterruptedException {
        return suite.mustCall("get_hotspot_voucher_batch", Map.of("batch_id", batch, "format", format))
                .body();
    }

    /** How many pages of A4 the browser makes of it. */
    private int pages(String html) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(suite.home().directory(), "sheet");
        Path sheet = Files.writeString(folder.resolve("sheet.html"), html);
        Path pdf = folder.resolve("sheet.pdf");
        var browser = new ProcessBuilder(
                        chromium().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--print-to-pdf=" + pdf,
                        sheet.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("browser.log").toFile())
                .start();
        try {
            assertTrue(browser.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "the browser has not ended");
        } finally {
            browser.descendants().forEach(ProcessHandle::destroy);
            browser.destroy();
        }
        String text = Files.readString(pdf, StandardCharsets.ISO_8859_1);
        List<MatchResult> sizes = A4.matcher(text).results().toList();
        int pages = (int) PAGE.matcher(text).results().count();
        assertEquals(pages, sizes.size(), "each is A4");
        return pages;
    }

    private static Path chromium() {
        return Programs.find("chromium", "chromium-browser")
                .orElseThrow(() -> new AssertionError("chromium is not installed; .ci/run says what the tests need"));
    }
}
