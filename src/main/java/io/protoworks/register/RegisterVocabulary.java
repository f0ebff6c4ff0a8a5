package io.protoworks.register;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words that registers name their columns with, in English and Portuguese. A name is cut into
 * words; they say what the column is about (an area, a tag) and what of it (its code, its name).
 */
final class RegisterVocabulary {

  /** What a column may be, and how sure the words are, from 0 to 1. */
  record Meaning(RegisterField field, double confidence) {}

  private enum Word {
    AREA,
    SYSTEM,
    SUBSYSTEM,
    LOOP,
    TAG,
    EQUIPMENT,
    DISCIPLINE,
    CODE,
    ID,
    NAME,
    DESCRIPTION,
    ACTIVE,
    STATUS,
    FILLER
  }

  private static final Map<Word, Set<String>> SPELLINGS =
      Map.ofEntries(
          Map.entry(Word.AREA, Set.of("area", "areas", "zone", "zona")),
          Map.entry(Word.SYSTEM, Set.of("system", "systems", "sistema", "sistemas", "sys")),
          Map.entry(
              Word.SUBSYSTEM, Set.of("subsystem", "subsystems", "subsistema", "subsys", "subsist")),
          Map.entry(Word.LOOP, Set.of("loop", "malha")),
          Map.entry(Word.TAG, Set.of("tag", "tags", "tagno", "tagnumber", "tagname")),
          Map.entry(
              Word.EQUIPMENT, Set.of("equipment", "equipments", "equipamento", "equip", "asset")),
          Map.entry(Word.DISCIPLINE, Set.of("discipline", "disciplina")),
          Map.entry(
              Word.CODE, Set.of("code", "codigo", "cod", "no", "nr", "num", "number", "numero")),
          Map.entry(Word.ID, Set.of("id", "key")),
          Map.entry(Word.NAME, Set.of("name", "nome", "title", "titulo")),
          Map.entry(
              Word.DESCRIPTION,
              Set.of(
                  "description",
                  "desc",
                  "descr",
                  "descricao",
                  "application",
                  "aplicacao",
                  "service",
                  "servico")),
          Map.entry(Word.ACTIVE, Set.of("active", "isactive", "ativo", "ativa", "enabled")),
          Map.entry(Word.STATUS, Set.of("status", "situacao")),
          Map.entry(Word.FILLER, Set.of("of", "the", "do", "da", "de", "is")));

  private static final Map<String, Word> WORDS =
      SPELLINGS.entrySet().stream()
          .flatMap(
              entry ->
                  entry.getValue().stream().map(spelling -> Map.entry(spelling, entry.getKey())))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private static final Pattern CAMEL_CASE = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final Pattern SUB = Pattern.compile("\\bsub[\\s_-]+(?=sys|sis)");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final double FACTOR_OF_UNKNOWN_WORD = 0.5;
  private static final double SURE = 0.7;
  private static final int MIN_COLUMNS_OF_PREFIX = 3;

  private RegisterVocabulary() {}

  /** The field that a name is a usual word for, or null. */
  static @Nullable RegisterField fieldOf(String name) {
    Meaning meaning = meaningOf(name, "");
    return meaning == null || meaning.confidence() < SURE ? null : meaning.field();
  }

  /**
   * What the words of a name mean, or null if nothing.
   *
   * @param prefix a word that begins the names of the file and says nothing, see {@link #prefixOf}
   */
  static @Nullable Meaning meaningOf(String name, String prefix) {
    for (RegisterField field : RegisterField.values()) {
      if (field.exportName().equals(name)) {
        return new Meaning(field, 1);
      }
    }
    List<String> words = wordsOf(name);
    if (!words.isEmpty() && words.getFirst().equals(prefix)) {
      words = words.subList(1, words.size());
    }
    Set<Word> known = EnumSet.noneOf(Word.class);
    double factor = 1;
    for (String word : words) {
      Word meaning = WORDS.get(word);
      if (meaning == null) {
        factor *= FACTOR_OF_UNKNOWN_WORD;
      } else {
        known.add(meaning);
      }
    }
    Meaning meaning = interpret(known);
    return meaning == null ? null : new Meaning(meaning.field(), meaning.confidence() * factor);
  }

  /** The unknown word that most names of a file begin with, such as WMT in WMT_TAG_NAME, or "". */
  static String prefixOf(List<String> names) {
    Map<String, Long> counts =
        names.stream()
            .map(RegisterVocabulary::wordsOf)
            .filter(words -> !words.isEmpty() && !WORDS.containsKey(words.getFirst()))
            .collect(Collectors.groupingBy(List::getFirst, Collectors.counting()));
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= MIN_COLUMNS_OF_PREFIX)
        .filter(entry -> entry.getValue() * 2 >= names.size())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private static List<String> wordsOf(String name) {
    String spaced = CAMEL_CASE.matcher(name).replaceAll(" ");
    String folded = SUB.matcher(RegisterValues.fold(spaced)).replaceAll("sub");
    return Stream.of(NO_WORD.split(folded, -1))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static @Nullable Meaning interpret(Set<Word> words) {
    if (words.contains(Word.SUBSYSTEM)) {
      return ofLevel(words, RegisterField.SUBSYSTEM_CODE, RegisterField.SUBSYSTEM_NAME, 1);
    }
    if (words.contains(Word.LOOP)) {
      return ofLevel(words, RegisterField.SUBSYSTEM_CODE, RegisterField.SUBSYSTEM_NAME, 0.85);
    }
    if (words.contains(Word.DISCIPLINE)) {
      return ofDiscipline(words);
    }
    boolean aboutTag = words.contains(Word.TAG) || words.contains(Word.EQUIPMENT);
    if (words.contains(Word.SYSTEM)) {
      double factor = aboutTag || words.contains(Word.AREA) ? 0.6 : 1;
      return ofLevel(words, RegisterField.SYSTEM_CODE, RegisterField.SYSTEM_NAME, factor);
    }
    if (words.contains(Word.AREA)) {
      return ofLevel(words, RegisterField.AREA_CODE, RegisterField.AREA_NAME, aboutTag ? 0.6 : 1);
    }
    return aboutTag ? ofTag(words) : ofNothingNamed(words);
  }

  private static @Nullable Meaning ofLevel(
      Set<Word> words, RegisterField code, RegisterField name, double factor) {
    if (words.contains(Word.ACTIVE) || words.contains(Word.STATUS)) {
      return null;
    }
    if (words.contains(Word.NAME)) {
      return new Meaning(name, 0.9 * factor);
    }
    if (words.contains(Word.DESCRIPTION)) {
      return new Meaning(name, 0.85 * factor);
    }
    boolean saysCode = words.contains(Word.CODE) || words.contains(Word.ID);
    return new Meaning(code, (saysCode ? 0.95 : 0.9) * factor);
  }

  private static Meaning ofDiscipline(Set<Word> words) {
    boolean saysName = words.contains(Word.NAME) || words.contains(Word.DESCRIPTION);
    return new Meaning(RegisterField.DISCIPLINE_CODE, saysName ? 0.55 : 0.9);
  }

  private static Meaning ofTag(Set<Word> words) {
    if (words.contains(Word.DESCRIPTION)) {
      return new Meaning(RegisterField.APPLICATION, 0.9);
    }
    if (words.contains(Word.ACTIVE) || words.contains(Word.STATUS)) {
      return new Meaning(RegisterField.ACTIVE, words.contains(Word.ACTIVE) ? 0.6 : 0.5);
    }
    double factor = words.contains(Word.TAG) ? 1 : 0.75;
    double confidence = 0.95;
    if (words.contains(Word.NAME)) {
      confidence = 0.85;
    } else if (words.contains(Word.ID)) {
      // A database's own key is often called so.
      confidence = 0.75;
    }
    return new Meaning(RegisterField.TAG_ID, confidence * factor);
  }

  private static @Nullable Meaning ofNothingNamed(Set<Word> words) {
    if (words.contains(Word.DESCRIPTION)) {
      return new Meaning(RegisterField.APPLICATION, 0.85);
    }
    if (words.contains(Word.ACTIVE)) {
      return new Meaning(RegisterField.ACTIVE, 0.8);
    }
    return words.contains(Word.STATUS) ? new Meaning(RegisterField.ACTIVE, 0.55) : null;
  }
}
