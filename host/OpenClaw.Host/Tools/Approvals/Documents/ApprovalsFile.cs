using System.Security.Cryptography;
using System.Text.Json;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tools.Approvals.Documents;

/// <summary>The document on disk. A writer names the state it has seen, so that two of them do not undo each other's work.</summary>
internal sealed class ApprovalsFile(StatePaths paths) : IDisposable
{
    private const int MaxBytes = 1_048_576;
    private const string Retry = "re-run exec.approvals.get and retry";

    private readonly SemaphoreSlim _writing = new(1, 1);

    public string Path => System.IO.Path.Combine(paths.StateDirectory, "exec-approvals.json");

    public async ValueTask<ApprovalsSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Path))
        {
            var empty = new ApprovalsDocument();
            return new ApprovalsSnapshot(false, HashOf(Bytes(empty)), empty);
        }

        if (new FileInfo(Path).Length > MaxBytes)
            throw Broken($"it is larger than {MaxBytes} bytes");
        var content = await File.ReadAllBytesAsync(Path, cancellationToken);
        try
        {
            var document = JsonSerializer.Deserialize(content, ApprovalsJsonContext.Default.ApprovalsDocument);
            return new ApprovalsSnapshot(true, HashOf(content), document ?? throw Broken("it is empty"));
        }
        catch (JsonException error)
        {
            throw Broken(error.Message);
        }
    }

    /// <exception cref="ApprovalRefusedException">Somebody else has written it since.</exception>
    public async ValueTask<ApprovalsSnapshot> WriteAsync(JsonElement file, string? baseHash, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            var current = await ReadAsync(cancellationToken);
            if (baseHash is null && current.Exists)
                throw new ApprovalRefusedException(ApprovalRefusal.Invalid, $"exec approvals base hash required; {Retry}");
            if (baseHash is not null && baseHash != current.Hash)
                throw new ApprovalRefusedException(ApprovalRefusal.Invalid, $"exec approvals changed since last load; {Retry}");
            var written = file.Deserialize(ApprovalsJsonContext.Default.ApprovalsDocument)!;
            var kept = current.Document.Socket;
            // Readers never see the token, so a writer that leaves it out means to keep it.
            var document = written with { Socket = written.Socket is { } socket ? socket with { Token = socket.Token ?? kept?.Token } : kept };
            var content = Bytes(document);
            if (content.Length > MaxBytes)
                throw new ApprovalRefusedException(ApprovalRefusal.Invalid, $"the document is {content.Length} bytes long; {MaxBytes} are allowed");
            await AtomicFile.WriteAsync(Path, content, cancellationToken: cancellationToken);
            return new ApprovalsSnapshot(true, HashOf(content), document);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();

    private StorageException Broken(string why) => new($"The file '{Path}' cannot be read: {why}. Repair it, or move it away to begin anew.");

    private static byte[] Bytes(ApprovalsDocument document) => JsonSerializer.SerializeToUtf8Bytes(document, ApprovalsJsonContext.Default.ApprovalsDocument);

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
