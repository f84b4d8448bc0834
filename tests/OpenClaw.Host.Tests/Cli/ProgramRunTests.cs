using OpenClaw.Host.Cli.NodeHost;

namespace OpenClaw.Host.Tests.Cli;

public sealed class ProgramRunTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ProgramRun _programs = new(Environment.GetEnvironmentVariable, TimeProvider.System);

    [Fact]
    public async Task Output_is_kept_up_to_its_limit_and_the_program_is_not_held_up()
    {
        var result = await _programs.RunAsync(["/bin/sh", "-c", "head -c 1000000 /dev/zero | tr '\\0' x"], null, Patience, CancellationToken.None);

        Assert.True(result.Success);
        Assert.True(result.Truncated);
        Assert.Equal(ProgramRun.MostOutput, result.Stdout.Length);
    }

    [Fact]
    public async Task After_the_deadline_the_program_and_what_it_started_are_ended()
    {
        using var folder = new TemporaryDirectory();
        var result = await _programs.RunAsync(
            ["/bin/sh", "-c", $"sleep 600 & echo $! > {folder["child"]}; wait"], null, TimeSpan.FromSeconds(1), CancellationToken.None);

        Assert.True(result.TimedOut);
        Assert.Null(result.ExitCode);
        var child = (await File.ReadAllTextAsync(folder["child"])).Trim();
        await Eventually.TrueAsync(() => !IsAlive(child));
    }

    [Fact]
    [Trait("Threat", "EXEC-08")]
    public async Task Variables_that_load_code_or_hold_secrets_do_not_reach_the_program()
    {
        var variables = new Dictionary<string, string>
        {
            ["PATH"] = "/usr/bin:/bin",
            ["LANG"] = "C",
            ["LD_PRELOAD"] = "x",
            ["OPENCLAW_GATEWAY_TOKEN"] = "secret",
            ["DOTNET_STARTUP_HOOKS"] = "x",
            ["GIT_DIR"] = "x",
            ["NODE_OPTIONS"] = "x",
            ["BASH_ENV"] = "x",
        };
        var programs = new ProgramRun(variables.GetValueOrDefault, TimeProvider.System);

        var result = await programs.RunAsync(["/usr/bin/env"], null, Patience, CancellationToken.None);

        Assert.Equal(["LANG=C", "PATH=/usr/bin:/bin"], result.Stdout.Trim().Split('\n').Order());
    }

    [Fact]
    public async Task A_program_that_cannot_be_started_is_named()
    {
        var error = await Assert.ThrowsAsync<NodeCommandException>(
            () => _programs.RunAsync(["/no/such/program"], null, Patience, CancellationToken.None));

        Assert.Equal("START_FAILED", error.Code);
        Assert.Contains("/no/such/program", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_with_a_path_in_them_are_no_programs()
    {
        Assert.NotNull(ProgramPath.Find("sh", "/usr/bin:/bin"));
        Assert.Null(ProgramPath.Find("../bin/sh", "/usr/bin:/bin"));
        Assert.Null(ProgramPath.Find("/bin/sh", "/usr/bin:/bin"));
        Assert.Null(ProgramPath.Find("sh", "relative"));
    }

    // A child that was ended and that nobody has waited for is a zombie.
    private static bool IsAlive(string id)
    {
        try
        {
            return !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
