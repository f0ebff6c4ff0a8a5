package io.protoworks.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** Gives everybody who may sign in the demo plant an image of a signature. */
final class DemoSignatures {
  private static final Resource IMAGE = new ClassPathResource("demo/signature.png");
  private static final List<String> SIGNERS = List.of("MANAGER", "ENGINEERING", "CLIENT");

  private final DemoPeople people;

  DemoSignatures(DemoPeople people) {
    this.people = people;
  }

  void give() throws IOException {
    for (DemoPlant.Party party : DemoPlant.PARTIES) {
      for (String role : party.roles()) {
        if (party.takesPart() && SIGNERS.contains(role)) {
          give(people.as(party.email(role)));
        }
      }
    }
  }

  private static void give(DemoClient signer) throws IOException {
    signer.mutate(
        "mutation($input: SetSignatureImageInput!)"
            + " { setSignatureImage(input: $input) { errors { message } } }",
        Map.of("uploadId", signer.upload("signature.png", "image/png", "ATTACHMENT", IMAGE)));
  }
}
