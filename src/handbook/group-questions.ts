import { pathwayPath, topicPath } from './address.ts';
import type { Handbook, Section, Topic } from './handbook.ts';

/** What readers ask, each question with the section that answers it. */
export interface QuestionGroup {
  /** Of the pathway or the topic, with which of the two it is, since the two may share one. `topic-pay` */
  id: string;
  /** The situation or the topic. */
  title: string;
  /** Where there is more of it, as a path from the site's root. */
  more: string;
  questions: { question: string; section: Section }[];
}

/** The questions of each pathway's sections, in the order of its steps. */
export function bySituation({ pathways }: Handbook): QuestionGroup[] {
  return pathways.map(({ id, situation, steps }) => ({
    id: `pathway-${id}`,
    title: situation,
    more: pathwayPath(id),
    questions: steps.flatMap(({ section }) => questionsOf(section)),
  }));
}

/** Every question of the book, once, under the topic that says most about its section. */
export function byTopic({ sections, topics }: Handbook): QuestionGroup[] {
  const bySubject = Map.groupBy(sections.values(), subjectOf);
  return topics
    .map((topic) => ({
      id: `topic-${topic.id}`,
      title: topic.title,
      more: topicPath(topic.id),
      questions: (bySubject.get(topic) ?? []).flatMap(questionsOf),
    }))
    .filter(({ questions }) => questions.length > 0);
}

/** A section's subject: the first topic of its chapter that it has too, else the chapter's first. */
function subjectOf({ topics, chapter }: Section): Topic | undefined {
  return chapter.topics.find((topic) => topics.includes(topic)) ?? chapter.topics[0];
}

function questionsOf(section: Section): QuestionGroup['questions'] {
  return section.questions.map((question) => ({ question, section }));
}
