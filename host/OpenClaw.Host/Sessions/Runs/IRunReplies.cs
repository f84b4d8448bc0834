using Microsoft.Data.Sqlite;

namespace OpenClaw.Host.Sessions.Runs;

/// <summary>Takes the answers of runs that came from a channel. A room above implements it.</summary>
internal interface IRunReplies
{
    /// <summary>
    /// Puts the answer of a run that has just ended where it will be sent from, in the transaction that ends the run: both are on disk,
    /// or neither is. Called for every run; those without a route are none of its business.
    /// </summary>
    void Stage(SqliteConnection connection, RunRecord ended);

    /// <summary>Reads what the answer of a run needs beside itself, before that transaction. Gives what to do inside it.</summary>
    ValueTask<Action<SqliteConnection>> PrepareAsync(RunRecord ended, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Action<SqliteConnection>>(connection => Stage(connection, ended));

    /// <summary>Puts a word about a run's work beside the answer to come, in the transaction that stores that work.</summary>
    void StageNote(SqliteConnection connection, RunRecord run, RunNote note);

    /// <summary>What was staged is on disk now.</summary>
    void Staged();
}
