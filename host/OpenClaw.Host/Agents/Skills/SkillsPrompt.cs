using System.Globalization;
using System.Text;
using OpenClaw.Host.Configuration;

namespace OpenClaw.Host.Agents.Skills;

/// <summary>Tells an agent of its skills by name, purpose and place; it reads those it needs. Looked up again after a minute.</summary>
internal sealed class SkillsPrompt(SkillFolders folders, IConfigSource configuration, TimeProvider time)
{
    private const int MostSkills = 150;
    private const int MostCharacters = 18_000;
    private const int MostOfOne = 400;
    private const int MostAgents = 64;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Listing> _known = new(StringComparer.Ordinal);

    public async ValueTask<string> OfAsync(string agentId, CancellationToken cancellationToken)
    {
        var listing = ListingOf(agentId);
        try
        {
            return await listing.Text.WaitAsync(Patience, time, cancellationToken);
        }
        catch (Exception error) when (error is TimeoutException || listing.Text.IsFaulted)
        {
            // The folder does not answer, or cannot be read; a turn without skills is better than none.
            return string.Empty;
        }
    }

    private Listing ListingOf(string agentId)
    {
        lock (_lock)
        {
            var config = configuration.Current;
            if (_known.TryGetValue(agentId, out var known) && known.Config == config && (time.GetElapsedTime(known.Since) < Kept || !known.Text.IsCompleted))
                return known;
            if (_known.Count >= MostAgents)
                _known.Clear();
            return _known[agentId] = new Listing(Task.Run(() => Write(agentId, config)), config, time.GetTimestamp());
        }
    }

    private string Write(string agentId, OpenClawConfig config)
    {
        var wanted = config.Agents.Find(agentId)?.Skills;
        var text = new StringBuilder();
        var (told, left) = (0, 0);
        foreach (var skill in folders.Of(agentId))
        {
            if (!skill.ModelVisible || wanted?.Contains(skill.Name, StringComparer.OrdinalIgnoreCase) is false)
                continue;
            var purpose = skill.Description.ReplaceLineEndings(" ");
            var line = $"- {skill.Name}: {(purpose.Length > MostOfOne ? $"{purpose[..MostOfOne]}…" : purpose)} ({skill.FilePath})\n";
            if (told >= MostSkills || text.Length + line.Length > MostCharacters)
            {
                left++;
                continue;
            }

            text.Append(line);
            told++;
        }

        if (told == 0)
            return string.Empty;
        if (left > 0)
            text.Append(CultureInfo.InvariantCulture, $"[{left} more skills are not listed]\n");
        return $"\n# Skills\nEach is a file that says how something is done. Where one fits the task, read its file first and follow it.\n{text}";
    }

    private sealed record Listing(Task<string> Text, OpenClawConfig Config, long Since);
}
