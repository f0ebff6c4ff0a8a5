package io.protoworks.attachment;

import io.protoworks.attachment.FileProperties.S3;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Where files are kept: in a bucket where one is named, else in a folder. */
@Configuration(proxyBeanMethods = false)
class FileStores {

  @Bean
  FileStore fileStore(FileProperties properties) throws IOException {
    S3 s3 = properties.s3();
    return s3 == null
        ? new LocalFileStore(properties.folder())
        : new S3FileStore(client(s3), presigner(s3), s3, properties.folder());
  }

  /** Checksums are those that every server knows; we keep our own SHA-256. */
  static S3Client client(S3 s3) {
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .region(Region.of(s3.region()))
            .forcePathStyle(s3.pathStyle())
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    if (s3.endpoint() != null) {
      builder.endpointOverride(s3.endpoint());
    }
    return builder.credentialsProvider(credentials(s3)).build();
  }

  /** Signs addresses on this machine; nobody is asked. */
  static S3Presigner presigner(S3 s3) {
    S3Presigner.Builder builder =
        S3Presigner.builder()
            .region(Region.of(s3.region()))
            .serviceConfiguration(
                S3Configuration.builder().pathStyleAccessEnabled(s3.pathStyle()).build());
    if (s3.endpoint() != null) {
      builder.endpointOverride(s3.endpoint());
    }
    return builder.credentialsProvider(credentials(s3)).build();
  }

  private static AwsCredentialsProvider credentials(S3 s3) {
    return s3.accessKey() == null || s3.secretKey() == null
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(s3.accessKey(), s3.secretKey()));
  }
}
