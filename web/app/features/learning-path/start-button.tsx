import { Form, useNavigation } from "@remix-run/react";
import { Button, type ButtonKind } from "../../ui/button";
import { VisuallyHidden } from "../../ui/page";

interface StartButtonProps {
  level: { id: string; title: string };
  /** The visible words; the level's title is added for those who hear them out of place. */
  words: string;
  kind?: ButtonKind;
}

/** One press, and the first question is there. */
export function StartButton({ level, words, kind = "primary" }: StartButtonProps) {
  const action = `/levels/${level.id}/start`;
  const { formAction } = useNavigation();
  return (
    <Form method="post" action={action} className="start">
      <Button kind={kind} pending={formAction === action && "Opening…"}>
        {words}
        <VisuallyHidden>: {level.title}</VisuallyHidden>
      </Button>
    </Form>
  );
}
