using System.Reflection;
using OpenClaw.Testing;

namespace OpenClaw.Sdk.Tests.Conformance;

/// <summary>A suite is worth what it refuses: each of its tests fails on the plugin that breaks its rule, and on no other.</summary>
public sealed class BadPluginTests
{
    private static readonly (string Test, string Breaks)[] Common =
    [
        (nameof(PluginConformance.It_starts_and_stops_without_a_fault), "loop-throws"),
        (nameof(PluginConformance.It_starts_again_after_a_stop), "starts-once"),
        (nameof(PluginConformance.A_new_generation_takes_over_from_the_old_one), "starts-once"),
        (nameof(PluginConformance.Nothing_of_it_is_left_after_a_stop), "leaves-a-handler"),
    ];

    public static TheoryData<string, string> Tools => Rows(
        [.. Common,
        (nameof(ToolPluginConformance.Every_tool_says_what_it_is), "has-no-description"),
        (nameof(ToolPluginConformance.Every_tool_answers), "fails"),
        (nameof(ToolPluginConformance.Calls_run_at_once), "one-at-a-time"),
        (nameof(ToolPluginConformance.A_cancelled_call_ends), "ignores-cancellation"),
        (nameof(ToolPluginConformance.Failures_are_results), "throws")]);

    public static TheoryData<string, string> Channels => Rows(
        [.. Common,
        (nameof(ChannelPluginConformance.The_channel_says_what_it_is), "has-no-limit"),
        (nameof(ChannelPluginConformance.The_status_follows_start_and_stop), "runs-for-ever"),
        (nameof(ChannelPluginConformance.A_message_reaches_the_inbox), "makes-ids-up"),
        (nameof(ChannelPluginConformance.A_message_that_was_not_stored_is_offered_again), "forgets-before-it-is-stored"),
        (nameof(ChannelPluginConformance.A_text_that_is_sent_arrives), "sends-nothing"),
        (nameof(ChannelPluginConformance.A_send_that_fails_is_an_outcome), "always-says-yes"),
        (nameof(ChannelPluginConformance.A_restarted_account_receives_what_was_written_meanwhile), "forgets-what-waits"),
        (nameof(ChannelPluginConformance.A_cancelled_start_ends), "ignores-cancellation"),
        (nameof(ChannelPluginConformance.Wrong_settings_are_refused), "hopes-for-better-settings")]);

    public static TheoryData<string, string> Providers => Rows(
        [.. Common,
        (nameof(ProviderPluginConformance.The_provider_has_the_id_of_its_entry), "has-an-id-of-its-own"),
        (nameof(ProviderPluginConformance.An_answer_ends_with_its_reason), "never-says-that-it-stopped"),
        (nameof(ProviderPluginConformance.Calls_run_at_once), "one-at-a-time"),
        (nameof(ProviderPluginConformance.A_refused_key_is_named_as_such), "does-not-name-failures"),
        (nameof(ProviderPluginConformance.A_failure_does_not_show_the_key), "shows-the-key"),
        (nameof(ProviderPluginConformance.A_cancelled_call_ends), "ignores-cancellation")]);

    public static TheoryData<string, string> StandaloneProviders => Rows(
        [.. Common,
        (nameof(StandaloneProviderPluginConformance.It_lists_its_models), "has-a-model-twice"),
        (nameof(StandaloneProviderPluginConformance.An_answer_ends_with_its_reason), "never-says-that-it-stopped"),
        (nameof(StandaloneProviderPluginConformance.Calls_run_at_once), "one-at-a-time"),
        (nameof(StandaloneProviderPluginConformance.A_model_it_does_not_have_is_refused), "takes-any-model"),
        (nameof(StandaloneProviderPluginConformance.A_cancelled_call_ends), "ignores-cancellation")]);

    [Theory]
    [MemberData(nameof(Tools))]
    public Task A_bad_tool_fails(string test, string breaks) => AssertTellsAsync(test, breaks, static rule => new BadToolSuite(rule));

    [Theory]
    [MemberData(nameof(Channels))]
    public Task A_bad_channel_fails(string test, string breaks) => AssertTellsAsync(test, breaks, static rule => new BadChannelSuite(rule));

    [Theory]
    [MemberData(nameof(Providers))]
    public Task A_bad_provider_fails(string test, string breaks) => AssertTellsAsync(test, breaks, static rule => new BadProviderSuite(rule));

    [Theory]
    [MemberData(nameof(StandaloneProviders))]
    public Task A_bad_standalone_provider_fails(string test, string breaks) =>
        AssertTellsAsync(test, breaks, static rule => new BadStandaloneProviderSuite(rule));

    [Fact]
    public void A_copy_of_the_contract_in_the_folder_fails()
    {
        using var folder = new TemporaryDirectory();
        foreach (var file in Directory.GetFiles(PluginFolder.Named("BadPlugin")))
            File.Copy(file, folder[Path.GetFileName(file)]);
        new BadToolSuite("", folder.Path).The_folder_holds_what_the_manifest_names_and_no_contract();
        File.Copy(typeof(Plugins.IPlugin).Assembly.Location, folder["OpenClaw.Abstractions.dll"]);

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(new BadToolSuite("", folder.Path).The_folder_holds_what_the_manifest_names_and_no_contract);
    }

    [Fact]
    public void Every_test_of_every_suite_has_a_plugin_that_fails_it()
    {
        AssertCovers<ToolPluginConformance>(Tools);
        AssertCovers<ChannelPluginConformance>(Channels);
        AssertCovers<ProviderPluginConformance>(Providers);
        AssertCovers<StandaloneProviderPluginConformance>(StandaloneProviders);
    }

    private static async Task AssertTellsAsync(string test, string breaks, Func<string, PluginConformance> suite)
    {
        var method = suite("").GetType().GetMethod(test)!;
        await (Task)method.Invoke(suite(""), [])!;
        await Assert.ThrowsAnyAsync<Exception>(() => (Task)method.Invoke(suite(breaks), [])!);
    }

    private static void AssertCovers<TSuite>(TheoryData<string, string> rows)
    {
        var facts = typeof(TSuite).GetMethods().Where(static method => method.GetCustomAttribute<FactAttribute>() is not null).Select(static method => method.Name);
        Assert.Empty(facts.Except(rows.Select(static row => (string)row[0])).Except([nameof(PluginConformance.The_folder_holds_what_the_manifest_names_and_no_contract)]));
    }

    private static TheoryData<string, string> Rows((string Test, string Breaks)[] rows)
    {
        var data = new TheoryData<string, string>();
        foreach (var (test, breaks) in rows)
            data.Add(test, breaks);
        return data;
    }
}
