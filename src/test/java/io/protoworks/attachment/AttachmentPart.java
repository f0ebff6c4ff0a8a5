package io.protoworks.attachment;

import io.protoworks.testing.Fixture;
import io.protoworks.walk.Tenant;
import io.protoworks.walk.TenantPart;
import org.springframework.core.annotation.Order;

/** A file that was announced. */
@Fixture
@Order(40)
class AttachmentPart implements TenantPart {
  @Override
  public void populate(Tenant tenant) {
    tenant.remember(
        "upload",
        tenant.makes(
            "createUpload",
            "upload",
            "fileName: \"%s.pdf\", fileType: \"application/pdf\", fileSize: 10, purpose: ATTACHMENT"
                .formatted(tenant.mark())));
  }
}
