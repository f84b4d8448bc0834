using Microsoft.Data.Sqlite;

namespace OpenClaw.Host.Storage;

/// <summary>A write with a result.</summary>
internal sealed class WriteRequest<T>(Func<SqliteConnection, T> work, long enqueuedAt) : WriteRequest(enqueuedAt)
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Answer => _answer.Task;

    public override void Run(SqliteConnection connection) => _result = work(connection);

    public override void Succeed() => _answer.TrySetResult(_result!);

    public override void Fail(Exception error) => _answer.TrySetException(error);

    public void Cancel(CancellationToken cancellationToken)
    {
        if (TryClaim())
        {
            _answer.TrySetCanceled(cancellationToken);
        }
    }
}
