package io.earshot.routes.feed.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TourTest {
  private final List<String> found = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  private final Listing listing =
      new Listing() {
        @Override
        public boolean found(RemoteFile file) {
          found.add(file.name());
          return true;
        }

        @Override
        public void refused(String name, String why) {
          refused.add(name);
        }
      };

  private static boolean folder(Tour tour, String part) throws IOException {
    return tour.entry(part, Tour.Kind.FOLDER, 0, Instant.EPOCH);
  }

  private static boolean file(Tour tour, String part) throws IOException {
    return tour.entry(part, Tour.Kind.FILE, 1, Instant.EPOCH);
  }

  @Test
  void entersFoldersButNotTheOneForWhatIsDone() throws IOException {
    Tour tour = new Tour(listing, true, "done");
    tour.walk(
        folder -> {
          file(tour, "a.wav");
          file(tour, "a.wav"); // listed twice
          tour.entry("link", Tour.Kind.OTHER, 1, Instant.EPOCH);
          if (folder.isEmpty()) {
            folder(tour, ".");
            folder(tour, "..");
            folder(tour, "2026");
            folder(tour, "done");
            folder(tour, ".git");
          }
        });
    assertThat(found).containsExactly("a.wav", "2026/a.wav");
    assertThat(refused).isEmpty();
  }

  @Test
  void staysInItsFolderWhenToldTo() throws IOException {
    Tour tour = new Tour(listing, false, "");
    tour.walk(folder -> folder(tour, "2026"));
    assertThat(found).isEmpty();
  }

  @Test
  void comesBackFromFoldersThatHoldThemselves() throws IOException {
    Tour tour = new Tour(listing, true, "");
    tour.walk(
        folder -> {
          file(tour, "a.wav");
          folder(tour, "same");
        });
    assertThat(found).hasSize(16);
    assertThat(refused).hasSize(1);
  }

  @Test
  void endsWhenFoldersMultiply() {
    Tour tour = new Tour(listing, true, "");
    assertThatThrownBy(
            () ->
                tour.walk(
                    folder -> {
                      for (int each = 0; each < 40; each++) {
                        folder(tour, "f" + each);
                      }
                    }))
        .hasMessageContaining("folders");
  }

  @Test
  void endsWhenAListingDoesNot() {
    Tour tour = new Tour(listing, true, "");
    Tour.Lister endless =
        folder -> {
          for (int each = 0; tour.entry("..", Tour.Kind.FOLDER, 0, Instant.EPOCH); each++) {
            assertThat(each).isLessThan(3_000_000);
          }
        };
    assertThatThrownBy(() -> tour.walk(endless)).hasMessageContaining("does not end");
  }

  @Test
  void aFolderThatCanNotBeReadCostsOnlyItself() throws IOException {
    Tour tour = new Tour(listing, true, "");
    tour.walk(
        folder -> {
          if (folder.equals("locked")) {
            throw new Unfetchable("permission denied");
          }
          if (folder.isEmpty()) {
            folder(tour, "locked");
            folder(tour, "open");
          }
          file(tour, "a.wav");
        });
    assertThat(found).containsExactly("a.wav", "open/a.wav");
    assertThat(refused).containsExactly("locked");
  }

  @Test
  void takesAHundredThousandEntries() throws IOException {
    Tour tour = new Tour(listing, true, "");
    tour.walk(
        folder -> {
          for (int each = 0; each < 100_000; each++) {
            file(tour, each + ".wav");
          }
        });
    assertThat(found).hasSize(100_000);
  }
}
