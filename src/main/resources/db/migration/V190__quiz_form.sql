-- A version of a quiz has one form, whoever asks first.
create unique index form_of_quiz on form (school_id, version_id) where purpose = 'quiz';
