using OpenClaw.Channels.Discord.State;
using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord.Commands;

/// <summary>Commands that wait for their answer. They are on disk, so that a restart can answer them too; Discord waits a quarter of an hour.</summary>
internal sealed class OpenInteractions(StateFile<SavedInteraction[]> file, TimeProvider time)
{
    private const int Most = 500;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(14);

    private readonly Lock _gate = new();
    private Dictionary<string, SavedInteraction>? _open;

    public SavedInteraction? Find(string? id)
    {
        if (id is null)
            return null;
        lock (_gate)
            return All().TryGetValue(id, out var found) && !IsOver(found) ? found : null;
    }

    public void Add(Interaction interaction) => Change(open => open.TryAdd(interaction.Id, new SavedInteraction
    {
        Id = interaction.Id,
        ApplicationId = interaction.ApplicationId,
        Token = interaction.Token,
        GivenAt = time.GetUtcNow(),
    }));

    public void Remove(string id) => Change(open => open.Remove(id));

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

    private bool IsOver(SavedInteraction one) => time.GetUtcNow() - one.GivenAt > Lifetime;
}
