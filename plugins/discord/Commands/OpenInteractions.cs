using System.Collections.Concurrent;
using OpenClaw.Channels.Discord.State;
using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord.Commands;

/// <summary>
/// Commands that wait for their answer. They are on disk, so that a restart can answer them too; Discord waits a quarter of an hour. Those whose
/// answer is for one person alone are remembered for longer: what comes too late must not be shown to all.
/// </summary>
internal sealed class OpenInteractions(StateFile<SavedInteraction[]> file, TimeProvider time)
{
    private const int Most = 500;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(14);
    private static readonly TimeSpan PrivateLifetime = TimeSpan.FromDays(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _telling = new(StringComparer.Ordinal);
    private Dictionary<string, SavedInteraction>? _open;

    /// <returns>The command; nothing where Discord takes no answer in its place.</returns>
    public SavedInteraction? Find(string? id) => Known(id) is { IsClosed: false } found && time.GetUtcNow() - found.GivenAt <= Lifetime ? found : null;

    public bool Has(string? id) => Known(id) is not null;

    /// <returns>Who alone may see what answers the command; nothing where all may.</returns>
    public string? OnlyFor(string? id) => Known(id) is { IsEphemeral: true } found ? found.PersonId : null;

    /// <summary>Remembers a command that Discord is being told of. Answers wait until the returned one is completed.</summary>
    public TaskCompletionSource Add(Interaction interaction, bool isEphemeral)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _telling[interaction.Id] = told;
        Change(open => open.TryAdd(interaction.Id, new SavedInteraction
        {
            Id = interaction.Id,
            ApplicationId = interaction.ApplicationId,
            Token = interaction.Token,
            GivenAt = time.GetUtcNow(),
            PersonId = (interaction.Member?.User ?? interaction.User)?.Id,
            IsEphemeral = isEphemeral,
        }));
        return told;
    }

    /// <summary>Discord was told of the command, or could not be.</summary>
    public void Told(string id, TaskCompletionSource told)
    {
        _telling.TryRemove(new(id, told));
        told.TrySetResult();
    }

    /// <returns>False where it takes too long.</returns>
    public async Task<bool> UntilToldAsync(string? id, CancellationToken cancellationToken)
    {
        if (id is null || !_telling.TryGetValue(id, out var told))
            return true;
        try
        {
            await told.Task.WaitAsync(Patience, time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public void Remove(string id) => Change(open => open.Remove(id));

    /// <summary>Discord takes no answer in its place any more.</summary>
    public void Close(string id) => Change(open =>
    {
        if (!open.TryGetValue(id, out var found) || found.IsClosed)
            return false;
        open[id] = found with { IsClosed = true };
        return true;
    });

    /// <summary>Says which send stands in the place of the answer: the first one, and it alone however often it is made.</summary>
    public bool Claim(string id, string key)
    {
        var isFirst = false;
        Change(open =>
        {
            if (!open.TryGetValue(id, out var found))
                return false;
            isFirst = found.AnswerKey is null || found.AnswerKey == key;
            if (found.AnswerKey is not null)
                return false;
            open[id] = found with { AnswerKey = key };
            return true;
        });
        return isFirst;
    }

    private SavedInteraction? Known(string? id)
    {
        if (id is null)
            return null;
        lock (_gate)
            return All().TryGetValue(id, out var found) && !IsOver(found) ? found : null;
    }

    private void Change(Func<Dictionary<string, SavedInteraction>, bool> change)
    {
        lock (_gate)
        {
            var open = All();
            foreach (var (id, _) in open.Where(one => IsOver(one.Value)).ToList())
                open.Remove(id);
            if (!change(open))
                return;
            while (open.Count > Most)
                open.Remove(open.MinBy(static one => one.Value.GivenAt).Key);
            file.Write([.. open.Values]);
        }
    }

    private Dictionary<string, SavedInteraction> All() =>
        _open ??= (file.Read() ?? []).Where(static one => one is not null).DistinctBy(static one => one.Id).ToDictionary(static one => one.Id, StringComparer.Ordinal);

    private bool IsOver(SavedInteraction one) => time.GetUtcNow() - one.GivenAt > (one.IsEphemeral ? PrivateLifetime : Lifetime);
}
