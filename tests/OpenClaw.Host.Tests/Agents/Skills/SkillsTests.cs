using OpenClaw.Host.Agents.Skills;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Agents.Skills;

/// <summary>Skills are what really lies in the folders.</summary>
public sealed class SkillsTests
{
    [Fact]
    public async Task Folders_with_a_skill_file_are_listed_with_what_they_lack()
    {
        using var home = new TemporaryDirectory();
        Write(home["workspace/skills/weather"], """
            ---
            name: weather
            description: "Tells the weather."
            homepage: https://weather.example
            metadata: {"openclaw": {"emoji": "*", "requires": {"bins": ["no-such-program-xyz"], "env": ["NO_SUCH_VARIABLE_XYZ"]},
              "os": ["linux", "darwin", "win32"]}}
            ---
            # Weather
            """);
        Write(home["skills/weather"], "---\nname: weather\ndescription: hidden by the workspace\n---\n");
        Write(home["skills/notes"], "---\nname: notes\ndescription: >\n  Keeps\n  notes.\n---\n");
        Write(home["skills/broken"], "no front matter");
        Directory.CreateDirectory(home["skills/empty"]);
        await using var fixture = await AgentFixture.StartAsync(directory: home.Path);

        var status = await fixture.AskAsync("skills.status", "{}");

        var skills = status.GetProperty("skills");
        Assert.Equal(["notes", "weather"], skills.EnumerateArray().Select(static skill => skill.GetProperty("name").GetString()));
        Assert.True(skills[0].GetProperty("eligible").GetBoolean());
        Assert.Equal("Keeps\nnotes.", skills[0].GetProperty("description").GetString());
        Assert.Equal("openclaw-workspace", skills[1].GetProperty("source").GetString());
        Assert.False(skills[1].GetProperty("eligible").GetBoolean());
        Assert.Equal("no-such-program-xyz", skills[1].GetProperty("missing").GetProperty("bins")[0].GetString());
        Assert.Equal("NO_SUCH_VARIABLE_XYZ", skills[1].GetProperty("missing").GetProperty("env")[0].GetString());
        Assert.False(skills[1].GetProperty("platformIncompatible").GetBoolean());
        Assert.Equal("no-such-program-xyz", (await fixture.AskAsync("skills.bins", "{}")).GetProperty("bins")[0].GetString());
    }

    [Fact]
    public async Task Without_folders_there_are_no_skills()
    {
        await using var fixture = await AgentFixture.StartAsync();

        var status = await fixture.AskAsync("skills.status", "{}");

        Assert.Equal(0, status.GetProperty("skills").GetArrayLength());
        Assert.Equal("main", status.GetProperty("agentId").GetString());
    }

    [Fact]
    public async Task A_clock_that_was_set_back_does_not_keep_an_old_list()
    {
        using var home = new TemporaryDirectory();
        Write(home["skills/notes"], "---\nname: notes\ndescription: Keeps notes.\n---\n");
        await using var fixture = await AgentFixture.StartAsync(directory: home.Path);
        var prompt = fixture.Get<SkillsPrompt>();
        Assert.Contains("Keeps notes.", await prompt.OfAsync("main", default), StringComparison.Ordinal);
        Write(home["skills/notes"], "---\nname: notes\ndescription: Keeps letters.\n---\n");

        fixture.Time.SetWall(TimeSpan.FromDays(-30));
        Assert.Contains("Keeps notes.", await prompt.OfAsync("main", default), StringComparison.Ordinal);
        fixture.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Contains("Keeps letters.", await prompt.OfAsync("main", default), StringComparison.Ordinal);
    }

    private static void Write(string folder, string text)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "SKILL.md"), text);
    }
}
