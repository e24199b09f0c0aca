// The slides of each video: what the terminal shows, and what the caption says. [text, seconds, caption]
export const videos = {
  'courses/1-first-school/2-publish/1-push': {
    title: 'Push, look, publish',
    slides: [
      ['', 3, 'Push, look, publish. This video has no sound; the captions tell it.'],
      ['$ coursewright push . --school my-school', 4, 'You stand in the folder of your school and push it.'],
      ['$ coursewright push . --school my-school\n\n  courses/git/1-welcome.md     <ok>done</ok>\n  courses/git/1-welcome.mp4    <bar>████████████</bar>░░░░  74 %  3.1 MB/s', 5, 'Only what changed travels. A bar shows each file; a cut upload goes on where it stopped.'],
      ['$ coursewright push . --school my-school\n\n<ok>Revision 3</ok>: 1 lesson changed, 1 added\nPreview: http://kd7…--my-school.localhost:8080/', 6, 'The server reads everything, then keeps it as one revision. Nothing is half there. The preview shows the whole school as it would be.'],
      ['$ coursewright publish 3\n\n<ok>Revision 3 is live.</ok>', 5, 'When you like what you see, publish it. Students see it at once.'],
      ['$ coursewright rollback\n\n<ok>Revision 2 is live again.</ok>', 5, 'And if it was a mistake: one command brings back what was live before.'],
      ['$ coursewright push . --school my-school --publish --wait', 4, 'With --publish and --wait you do all of it in one line.'],
    ],
  },
  'courses/1-first-school/3-teach/2-video': {
    title: 'Video and captions',
    slides: [
      ['', 3, 'Video and captions. This video has no sound; the captions tell it.'],
      ['1-welcome.md\n<ok>1-welcome.mp4</ok>', 4, 'A video lies beside its lesson and has the same name.'],
      ['1-welcome.md\n1-welcome.mp4\n<ok>1-welcome.en.vtt</ok>\n<ok>1-welcome.de.vtt</ok>', 4, 'So do its captions, one file for each language.'],
      ['WEBVTT\n\n00:00.000 --> 00:04.000\nA branch is a name for a commit.', 5, 'A caption file is plain text: from when to when, and what is said.'],
      ['1-welcome.mp4    <bar>█████████</bar>░░░░░░░  58 %   about 2 min left', 5, 'After the push the studio shows how far the encoder is.'],
      ['1-welcome.mp4    <ok>ready</ok>   1:42', 4, 'Then it plays, in the quality that the line of each student allows.'],
      ['   ▶  <bar>━━━━━━━━━━━━━</bar>──────────   0:58 / 1:42', 5, 'Students resume at the second where they stopped, on any device.'],
    ],
  },
};
