// The slides of each video: what the terminal shows, and what the caption says. [text, seconds, caption]
// All output is the program's own, of a push that adds a lesson with a video of 43 MB and changes another lesson.
const push = '$ coursewright push . --school my-school';
const file = 'courses/git/1-basics/3-merge.mp4';
const sent = `<out>sent 2 small files\nsent ${file}, 43.3 MB</out>`;
const revision = `<ok>Revision 3</ok> of my-school: 1 added, 2 changed.
  added    lesson   courses/git/1-basics/3-merge.md  Merge two branches
  changed  course   courses/git  Git
  changed  lesson   courses/git/1-basics/2-branches.md  Branches in Git
Preview: http://293zsn95gpjx8vw88r8b--my-school.localhost:8080/`;

export const videos = {
  'courses/1-first-school/2-publish/1-push': {
    title: 'Push, look, publish',
    slides: [
      ['', 3, 'Push, look, publish. This video has no sound; the captions tell it.'],
      [push, 4, 'You stand in the folder of your school and push it.'],
      [`${push}
<out>Comparing 6 files …
sent 2 small files</out>
[<bar>█████████████████</bar>·······]  72 % ${file}  31.5 MB of 43.3 MB`, 5, 'Only what changed travels. A bar shows each file; a cut upload goes on where it stopped.'],
      [`${push}
${sent}
${revision}`, 6, 'The server reads everything, then keeps it as one revision. Nothing is half there. The preview shows the whole school as it would be.'],
      ['$ coursewright publish 3\n<ok>Revision 3 is live:</ok> http://my-school.localhost:8080/', 5, 'When you like what you see, publish it. Students see it at once.'],
      ['$ coursewright rollback\n<ok>Revision 2 is live again:</ok> http://my-school.localhost:8080/', 5, 'And if it was a mistake: one command brings back what was live before.'],
      [`${push} --publish --wait
${sent}
${revision}
<ok>Live:</ok>    http://my-school.localhost:8080/
ready ${file}
<ok>The video plays.</ok>`, 5, 'With --publish and --wait you do all of it in one line.'],
    ],
  },
  'courses/1-first-school/3-teach/2-video': {
    title: 'Video and captions',
    slides: [
      ['', 3, 'Video and captions. This video has no sound; the captions tell it.'],
      ['1-welcome.md\n<ok>1-welcome.mp4</ok>', 4, 'A video lies beside its lesson and has the same name.'],
      ['1-welcome.md\n1-welcome.mp4\n<ok>1-welcome.en.vtt</ok>\n<ok>1-welcome.de.vtt</ok>', 4, 'So do its captions, one file for each language.'],
      ['WEBVTT\n\n00:00.000 --> 00:04.000\nA branch is a name for a commit.', 5, 'A caption file is plain text: from when to when, and what is said.'],
      ['1-welcome.mp4\n\n<bar>Encoding</bar>   58 %   about 2 min left\n<bar>██████████████</bar>··········', 5, 'After the push the studio shows how far the encoder is.'],
      ['1-welcome.mp4\n\n<ok>Ready</ok>   1:42', 4, 'Then it plays, in the quality that the line of each student allows.'],
      ['   ▶  <bar>━━━━━━━━━━━━━</bar>──────────   0:58 / 1:42', 5, 'Students resume at the second where they stopped, on any device.'],
    ],
  },
};
