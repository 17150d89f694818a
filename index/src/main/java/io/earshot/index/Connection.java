package io.earshot.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.http.HttpHost;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;

/** The client of one Elasticsearch; every failure comes out as an EarshotException. */
final class Connection implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 16;
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final String url;
  private final RestClient rest;
  private final ElasticsearchClient client;

  private Connection(String url, RestClient rest) {
    this.url = url;
    this.rest = rest;
    this.client = new ElasticsearchClient(new RestClientTransport(rest, new JacksonJsonpMapper()));
  }

  static Connection open(ServerAddress address) {
    HttpHost host;
    try {
      host = HttpHost.create(address.url());
    } catch (IllegalArgumentException e) {
      throw EarshotException.misconfigured(
          "index.url '%s' is no address: use one such as https://search.example.org:9200"
              .formatted(address.url()));
    }
    return new Connection(address.url(), builder(host, address).build());
  }

  private static RestClientBuilder builder(HttpHost host, ServerAddress address) {
    BasicCredentialsProvider credentials = new BasicCredentialsProvider();
    if (!address.username().isEmpty()) {
      credentials.setCredentials(
          AuthScope.ANY, new UsernamePasswordCredentials(address.username(), address.password()));
    }
    return RestClient.builder(host)
        .setRequestConfigCallback(
            request ->
                request
                    .setConnectTimeout((int) CONNECT.toMillis())
                    .setSocketTimeout((int) ANSWER.toMillis()))
        .setHttpClientConfigCallback(
            http ->
                http.setDefaultCredentialsProvider(credentials)
                    .setMaxConnTotal(MOST_CONNECTIONS)
                    .setMaxConnPerRoute(MOST_CONNECTIONS));
  }

  String url() {
    return url;
  }

  /** Runs a request and names its failure after the task. */
  <T> T call(String task, Request<T> request) {
    try {
      return request.send(client);
    } catch (ElasticsearchException e) {
      throw Failures.of(task, e);
    } catch (IOException e) {
      throw Failures.of(task, url, e);
    }
  }

  @Override
  public void close() {
    try {
      rest.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Closing the connection to %s failed".formatted(url), e);
    }
  }

  /** One request to the server. */
  interface Request<T> {
    T send(ElasticsearchClient client) throws IOException;
  }
}
