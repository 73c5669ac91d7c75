package com.skytill.products.product;

import com.skytill.platform.problem.ParameterFault;
import com.skytill.platform.problem.ProblemCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a data product gives: the combinations that make sense, and no others. Null means absent: an absent cap or quota is
 * unlimited, a speed of 0 is zero.
 *
 * @param dataCapBytes data before the cap is reached
 * @param cappedDownloadKbps speed after the cap (soft cap); absent with a cap means access stops (hard cap)
 * @param timeQuota online time
 * @param validity lifetime
 * @param maxDevices devices online at once
 */
record Terms(
        ProductKind kind,
        Integer downloadKbps,
        Integer uploadKbps,
        Long dataCapBytes,
        Integer cappedDownloadKbps,
        Integer cappedUploadKbps,
        Duration timeQuota,
        Duration validity,
        ValidityStart validityStarts,
        Integer maxDevices,
        boolean addOverusageOnTopup,
        int rolloverMonths) {

    /** Everything that makes no sense together, by the parameter's name. */
    List<ParameterFault> faults() {
        var faults = new ArrayList<ParameterFault>();
        if (dataCapBytes == null) {
            uncappedFaults(faults);
        } else {
            cappedFaults(faults);
        }
        if (kind == ProductKind.ACCOUNT) {
            accountFaults(faults);
        } else {
            soldOnceFaults(faults);
        }
        return faults;
    }

    private void uncappedFaults(List<ParameterFault> faults) {
        forbid(faults, "capped_download_kbps", cappedDownloadKbps != null, "needs a data_cap");
        forbid(faults, "capped_upload_kbps", cappedUploadKbps != null, "needs a data_cap");
        forbid(faults, "add_overusage_on_topup", addOverusageOnTopup, "needs a data_cap");
        forbid(faults, "rollover_months", rolloverMonths > 0, "needs a data_cap");
    }

    private void cappedFaults(List<ParameterFault> faults) {
        boolean one = (cappedDownloadKbps == null) != (cappedUploadKbps == null);
        String missing = cappedDownloadKbps == null ? "capped_download_kbps" : "capped_upload_kbps";
        forbid(faults, missing, one, "is mandatory with the capped speed of the other direction");
        forbid(
                faults,
                "capped_download_kbps",
                exceeds(cappedDownloadKbps, downloadKbps),
                "must not be more than download_kbps: a cap slows down");
        forbid(
                faults,
                "capped_upload_kbps",
                exceeds(cappedUploadKbps, uploadKbps),
                "must not be more than upload_kbps: a cap slows down");
        forbid(
                faults,
                "add_overusage_on_topup",
                addOverusageOnTopup && cappedDownloadKbps == null && cappedUploadKbps == null,
                "needs capped speeds: without them access stops at the cap, so nothing is used past it");
    }

    private void accountFaults(List<ParameterFault> faults) {
        forbid(faults, "validity", validity != null, "is not for account products: an account has no lifetime");
        forbid(faults, "time_quota", timeQuota != null, "is not for account products");
        forbid(faults, "validity_starts", validityStarts != null, "is not for account products");
    }

    private void soldOnceFaults(List<ParameterFault> faults) {
        forbid(faults, "rollover_months", rolloverMonths > 0, "is for account products only");
        forbid(faults, "add_overusage_on_topup", addOverusageOnTopup, "is for account products only");
        forbid(
                faults,
                "validity_starts",
                validityStarts != null && validity == null,
                "needs a validity: there is no lifetime to start");
    }

    private static boolean exceeds(Integer capped, Integer full) {
        return capped != null && full != null && capped > full;
    }

    private static void forbid(List<ParameterFault> faults, String parameter, boolean broken, String message) {
        if (broken) {
            faults.add(new ParameterFault(parameter, ProblemCode.INVALID_PARAMETER, message));
        }
    }
}
