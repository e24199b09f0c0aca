package org.coursewright.video.cloudflare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.coursewright.video.Attempt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which of our videos lie at Cloudflare. A row is there before the first byte is, and goes when the copy is gone.
@Repository
class Copies {

    private final JdbcClient jdbc;

    Copies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Copy> find(School school, Hash video) {
        return jdbc.sql("""
                select school_id, video_hash, uid, upload, run, begun_at < (select db_now()) - interval '1 day' as overdue
                from cloudflare_copy
                where school_id = :school and video_hash = :video
                """)
                .param("school", school.id())
                .param("video", video.hex())
                .query(Copies::read)
                .optional();
    }

    /// One that Cloudflare works on, by its name there: notices know no school.
    Optional<Copy> underWay(String uid) {
        return jdbc.sql("""
                select cloudflare_copy.school_id, video_hash, uid, upload, cloudflare_copy.run, false as overdue
                from cloudflare_copy
                join video on video.school_id = cloudflare_copy.school_id and hash = video_hash
                where uid = :uid and upload = '' and state not in ('ready', 'failed') and video.run = cloudflare_copy.run
                """)
                .param("uid", uid)
                .query(Copies::read)
                .optional();
    }

    Copy add(Attempt attempt, StreamApi.Begun begun) {
        jdbc.sql("""
                insert into cloudflare_copy (school_id, video_hash, uid, upload, run)
                values (:school, :video, :uid, :upload, :run)
                """)
                .param("school", attempt.school().id())
                .param("video", attempt.video().hex())
                .param("uid", begun.uid())
                .param("upload", begun.address().toString())
                .param("run", attempt.number())
                .update();
        return new Copy(attempt.school().id(), attempt.video(), begun.uid(), begun.address().toString(),
                attempt.number(), false);
    }

    /// From now on the attempt is the one that is told what becomes of the copy.
    void take(Copy copy, Attempt attempt) {
        jdbc.sql("""
                update cloudflare_copy
                set run = :run
                where school_id = :school and video_hash = :video and uid = :uid
                """)
                .param("run", attempt.number())
                .param("school", copy.school())
                .param("video", copy.video().hex())
                .param("uid", copy.uid())
                .update();
    }

    void sent(Copy copy) {
        jdbc.sql("""
                update cloudflare_copy
                set upload = '', begun_at = db_now()
                where school_id = :school and video_hash = :video and uid = :uid
                """)
                .param("school", copy.school())
                .param("video", copy.video().hex())
                .param("uid", copy.uid())
                .update();
    }

    void remove(Copy copy) {
        jdbc.sql("delete from cloudflare_copy where school_id = :school and video_hash = :video and uid = :uid")
                .param("school", copy.school())
                .param("video", copy.video().hex())
                .param("uid", copy.uid())
                .update();
    }

    /// Those that Cloudflare works on, who were not looked at for the longest time; they count as looked at now.
    List<Copy> nextUnderWay(int most) {
        return jdbc.sql("""
                update cloudflare_copy
                set looked_at = db_now()
                where (school_id, video_hash) in (
                    select cloudflare_copy.school_id, video_hash
                    from cloudflare_copy
                    join video on video.school_id = cloudflare_copy.school_id and hash = video_hash
                    where upload = '' and state not in ('ready', 'failed') and provider = :provider
                      and video.run = cloudflare_copy.run
                    order by looked_at
                    limit :most)
                returning school_id, video_hash, uid, upload, run, begun_at < (select db_now()) - interval '1 day' as overdue
                """)
                .param("provider", CloudflareStream.NAME)
                .param("most", most)
                .query(Copies::read)
                .list();
    }

    /// Those that nobody wants: the video was cancelled, or failed, or is made by another provider now.
    List<Copy> unwanted(int most) {
        return jdbc.sql("""
                select cloudflare_copy.school_id, video_hash, uid, upload, cloudflare_copy.run, false as overdue
                from cloudflare_copy
                join video on video.school_id = cloudflare_copy.school_id and hash = video_hash
                where state = 'failed' or provider <> :provider
                order by begun_at
                limit :most
                """)
                .param("provider", CloudflareStream.NAME)
                .param("most", most)
                .query(Copies::read)
                .list();
    }

    /// The schools that have any.
    List<Long> schools() {
        return jdbc.sql("select distinct school_id from cloudflare_copy order by school_id limit 10000")
                .query((row, _) -> row.getLong("school_id"))
                .list();
    }

    /// Notes which videos a school shows today.
    ///
    /// @return those that it has not shown for a month
    List<Copy> notShown(School school, Collection<Hash> shown) {
        jdbc.sql("""
                update cloudflare_copy
                set shown_at = db_now()
                where school_id = :school and video_hash = any(:shown)
                """)
                .param("school", school.id())
                .param("shown", shown.stream().map(Hash::hex).toArray(String[]::new))
                .update();
        return jdbc.sql("""
                select school_id, video_hash, uid, upload, run, false as overdue
                from cloudflare_copy
                where school_id = :school and shown_at < (select db_now()) - interval '30 days'
                order by shown_at
                limit 1000
                """)
                .param("school", school.id())
                .query(Copies::read)
                .list();
    }

    private static Copy read(ResultSet row, int number) throws SQLException {
        return new Copy(row.getLong("school_id"), new Hash(row.getString("video_hash")), row.getString("uid"),
                row.getString("upload"), row.getInt("run"), row.getBoolean("overdue"));
    }
}
