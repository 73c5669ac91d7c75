package com.skytill.vouchers.voucher;

import com.skytill.platform.problem.ParameterFault;
import com.skytill.platform.problem.Problem;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;

import java.util.List;

/** The one fault of a reference that only shows when both of its parameters were read. */
final class VoucherReferences {

    private VoucherReferences() {}

    /** Neither the code nor the ID was given. */
    static ProblemException missing() {
        return new ProblemException(Problem.of(List.of(new ParameterFault(
                "voucher_code", ProblemCode.MISSING_PARAMETER, "is mandatory, unless voucher_id is given"))));
    }
}
