using System.Text;
using OpenClaw.Agents;
using OpenClaw.Host.Agents.Prompts.Workspace;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Agents.Prompts;

/// <summary>What an agent is told of its workspace before a conversation.</summary>
public sealed class WorkspacePromptTests
{
    [Fact]
    public async Task The_first_turn_makes_the_workspace_and_tells_of_its_files()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var request = await AskAsync(fixture);

        Assert.True(File.Exists(Path.Combine(WorkspaceOf(fixture), WorkspaceNames.Instructions)));
        Assert.Contains("## AGENTS.md", request.SystemPrompt, StringComparison.Ordinal);
        Assert.Contains(WorkspaceOf(fixture), request.SystemPrompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_a_person_are_never_written_over_and_missing_ones_are_named()
    {
        await using var fixture = await AgentFixture.StartAsync();
        Write(fixture, WorkspaceNames.Instructions, "Speak Latin.");
        var request = await AskAsync(fixture);

        Assert.Equal("Speak Latin.", await File.ReadAllTextAsync(Path.Combine(WorkspaceOf(fixture), WorkspaceNames.Instructions)));
        Assert.Contains("Speak Latin.", request.SystemPrompt, StringComparison.Ordinal);
        Assert.Contains("[Not in the workspace: SOUL.md, TOOLS.md, IDENTITY.md, USER.md, HEARTBEAT.md]", request.SystemPrompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_changed_is_read_again_and_the_stable_part_is_the_same_as_long_as_none_does()
    {
        await using var fixture = await AgentFixture.StartAsync();
        Write(fixture, WorkspaceNames.Soul, "calm");
        var first = await AskAsync(fixture);
        fixture.Time.Advance(TimeSpan.FromDays(2));
        var second = await AskAsync(fixture);
        Write(fixture, WorkspaceNames.Soul, "cheerful");
        var third = await AskAsync(fixture);

        Assert.Equal(Stable(first), Stable(second));
        Assert.NotEqual(first.SystemPrompt, second.SystemPrompt);
        Assert.Contains("cheerful", Stable(third), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_files_are_cut_one_by_one_and_in_all()
    {
        await using var fixture = await AgentFixture.StartAsync(With(defaults => defaults with { BootstrapMaxChars = 1_000, BootstrapTotalMaxChars = 1_500 }));
        Write(fixture, WorkspaceNames.Instructions, new string('a', 1_001));
        Write(fixture, WorkspaceNames.Soul, new string('b', 600));
        Write(fixture, WorkspaceNames.Tools, new string('c', 600));
        var prompt = (await AskAsync(fixture)).SystemPrompt!;

        Assert.Equal((1_000, 500), (prompt.Count(static letter => letter == 'a') - LettersBeside(prompt, 'a'), LongestRun(prompt, 'b')));
        Assert.Contains("[AGENTS.md is cut here: 1000 characters of a file of 1001 bytes are shown", prompt, StringComparison.Ordinal);
        Assert.Contains("[TOOLS.md is cut here: 0 characters", prompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_out_of_the_workspace_is_not_followed_and_one_inside_is()
    {
        await using var fixture = await AgentFixture.StartAsync();
        Write(fixture, "notes.md", "inside");
        var outside = Path.Combine(Path.GetDirectoryName(WorkspaceOf(fixture))!, "secret.txt");
        await File.WriteAllTextAsync(outside, "the secret");
        File.CreateSymbolicLink(Path.Combine(WorkspaceOf(fixture), WorkspaceNames.Soul), outside);
        File.CreateSymbolicLink(Path.Combine(WorkspaceOf(fixture), WorkspaceNames.User), Path.Combine(WorkspaceOf(fixture), "notes.md"));
        var prompt = (await AskAsync(fixture)).SystemPrompt!;

        Assert.DoesNotContain("the secret", prompt, StringComparison.Ordinal);
        Assert.Contains("[not shown: it is a link out of the workspace]", prompt, StringComparison.Ordinal);
        Assert.Contains("inside", prompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_do_not_stop_a_turn()
    {
        await using var fixture = await AgentFixture.StartAsync();
        Directory.CreateDirectory(WorkspaceOf(fixture));
        await File.WriteAllBytesAsync(Path.Combine(WorkspaceOf(fixture), WorkspaceNames.Soul), [0xEF, 0xBB, 0xBF, (byte)'o', (byte)'k', 0xFF, 0x00]);
        Directory.CreateDirectory(Path.Combine(WorkspaceOf(fixture), WorkspaceNames.User));

        Assert.Contains("ok\uFFFD\uFFFD", (await AskAsync(fixture)).SystemPrompt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("main", true)]
    [InlineData("agent:main:work", false)]
    public async Task What_the_agent_wrote_down_is_shown_in_its_main_conversation_only(string session, bool isShown)
    {
        await using var fixture = await AgentFixture.StartAsync();
        Write(fixture, WorkspaceNames.Memory, "the memory");

        Assert.Equal(isShown, (await AskAsync(fixture, session)).SystemPrompt!.Contains("the memory", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("never", false, false)]
    [InlineData("continuation-skip", true, false)]
    [InlineData("always", true, true)]
    public async Task The_configuration_says_when_files_are_shown(string injection, bool first, bool second)
    {
        await using var fixture = await AgentFixture.StartAsync(With(defaults => defaults with { ContextInjection = injection }));
        Write(fixture, WorkspaceNames.Soul, "calm");

        Assert.Equal(
            (first, second),
            ((await AskAsync(fixture)).SystemPrompt!.Contains("calm", StringComparison.Ordinal),
                (await AskAsync(fixture)).SystemPrompt!.Contains("calm", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_name_in_the_file_is_the_agents_name_where_the_configuration_has_none()
    {
        await using var fixture = await AgentFixture.StartAsync();
        Write(fixture, WorkspaceNames.Identity, "# Identity\n\n- **Name:** Ada\n- Emoji: \U0001F419\n- Theme: (what you like)\n");
        var prompt = (await AskAsync(fixture)).SystemPrompt;
        var identity = await fixture.AskAsync("agent.identity.get", "{}");

        Assert.Contains("You are Ada, a personal assistant", prompt, StringComparison.Ordinal);
        Assert.Equal(("Ada", "\U0001F419"), (identity.GetProperty("name").GetString(), identity.GetProperty("emoji").GetString()));
    }

    [Fact]
    public async Task Skills_are_told_by_name_purpose_and_place()
    {
        await using var fixture = await AgentFixture.StartAsync(new OpenClawConfig
        {
            Agents = AgentFixture.Config.Agents with { List = [new AgentConfig { Id = "main", Skills = ["tea"] }] },
        });
        Write(fixture, "skills/tea/SKILL.md", "---\nname: tea\ndescription: How tea is made\n---\nBoil water.");
        Write(fixture, "skills/coffee/SKILL.md", "---\nname: coffee\ndescription: How coffee is made\n---\n");
        var prompt = (await AskAsync(fixture)).SystemPrompt!;

        Assert.Contains($"- tea: How tea is made ({Path.Combine(WorkspaceOf(fixture), "skills", "tea", "SKILL.md")})", prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("coffee", prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("Boil water", prompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_read_the_time_before_what_was_said_and_the_history_keeps_the_words()
    {
        await using var fixture = await AgentFixture.StartAsync(With(defaults => defaults with { UserTimezone = "UTC", EnvelopeTimestamp = "on" }));
        var request = await AskAsync(fixture);
        var stamp = fixture.Time.GetUtcNow().ToString("ddd yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal($"[{stamp} UTC] hello", TextOf(request.Messages[^1]));
        Assert.Equal("hello", (await fixture.HistoryAsync()).GetProperty("messages")[0].GetProperty("content").GetString());
    }

    internal static OpenClawConfig With(Func<AgentDefaultsConfig, AgentDefaultsConfig> change) => new()
    {
        Agents = AgentFixture.Config.Agents with { Defaults = change(AgentFixture.Config.Agents.Defaults) },
    };

    internal static void Write(AgentFixture fixture, string name, string text)
    {
        var path = Path.Combine(WorkspaceOf(fixture), name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(false));
    }

    internal static string TextOf(ModelMessage message) => string.Concat(message.Parts.OfType<OpenClaw.Content.TextPart>().Select(static part => part.Text));

    private static async Task<ModelRequest> AskAsync(AgentFixture fixture, string session = "main")
    {
        var run = Guid.NewGuid().ToString();
        fixture.Model.Says("yes");
        await fixture.SendAsync("hello", run, session);
        await fixture.EndOfAsync(run);
        return fixture.Model.Requests.Last();
    }

    private static string WorkspaceOf(AgentFixture fixture) => fixture.Get<StatePaths>().WorkspaceDirectory;

    private static string Stable(ModelRequest request) => request.SystemPrompt![..request.StablePromptLength];

    private static int LongestRun(string text, char letter)
    {
        var (longest, current) = (0, 0);
        foreach (var one in text)
            longest = Math.Max(longest, current = one == letter ? current + 1 : 0);
        return longest;
    }

    private static int LettersBeside(string text, char letter) => text.Count(one => one == letter) - LongestRun(text, letter);
}
