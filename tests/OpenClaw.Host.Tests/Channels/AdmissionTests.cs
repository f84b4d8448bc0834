using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Identity;

namespace OpenClaw.Host.Tests.Channels;

public sealed class AdmissionTests
{
    [Theory]
    [InlineData("{}", false, VerdictKind.Pair)]
    [InlineData("{}", true, VerdictKind.Turn)]
    [InlineData("""{"allowFrom":["7"]}""", false, VerdictKind.Turn)]
    [InlineData("""{"allowFrom":[7]}""", false, VerdictKind.Turn)]
    [InlineData("""{"allowFrom":["chat:7"]}""", false, VerdictKind.Turn)]
    [InlineData("""{"allowFrom":["other:7"]}""", false, VerdictKind.Pair)]
    [InlineData("""{"allowFrom":["+7"]}""", false, VerdictKind.Turn)]
    [InlineData("""{"allowFrom":["<@!7>"]}""", false, VerdictKind.Turn)]
    [InlineData("""{"dmPolicy":"allowlist","allowFrom":["8"]}""", false, VerdictKind.Drop)]
    [InlineData("""{"dmPolicy":"allowlist","allowFrom":["8"]}""", true, VerdictKind.Drop)]
    [InlineData("""{"dmPolicy":"allowlist","allowFrom":["accessGroup:friends"]}""", false, VerdictKind.Turn)]
    [InlineData("""{"dmPolicy":"allowlist","allowFrom":["accessGroup:nobody"]}""", false, VerdictKind.Drop)]
    [InlineData("""{"dmPolicy":"open","allowFrom":["*"]}""", false, VerdictKind.Turn)]
    [InlineData("""{"dmPolicy":"open","allowFrom":["8"]}""", false, VerdictKind.Drop)]
    [InlineData("""{"dmPolicy":"disabled","allowFrom":["*"]}""", true, VerdictKind.Drop)]
    [InlineData("""{"dmPolicy":"nonsense"}""", false, VerdictKind.Pair)]
    public void Who_may_write_directly_follows_from_the_policy_and_the_list(string settings, bool paired, object expected) =>
        Assert.Equal(expected, Decide(settings, Received.Direct(), paired, addressed: true));

    [Theory]
    [InlineData("{}", true, VerdictKind.Drop)]
    [InlineData("""{"groups":{"-100":{}},"allowFrom":["7"]}""", true, VerdictKind.Turn)]
    [InlineData("""{"groups":{"-100":{}},"allowFrom":["7"]}""", false, VerdictKind.Hold)]
    [InlineData("""{"groups":{"-100":{"requireMention":false}},"allowFrom":["7"]}""", false, VerdictKind.Turn)]
    [InlineData("""{"groups":{"*":{}},"allowFrom":["7"]}""", true, VerdictKind.Turn)]
    [InlineData("""{"groups":{"-200":{}},"allowFrom":["7"]}""", true, VerdictKind.Drop)]
    [InlineData("""{"groups":{"-100":{}},"allowFrom":["8"]}""", true, VerdictKind.Drop)]
    [InlineData("""{"groups":{"-100":{}},"allowFrom":["8"],"groupAllowFrom":["7"]}""", true, VerdictKind.Turn)]
    [InlineData("""{"groups":{"-100":{"allowFrom":["7"]}},"allowFrom":["8"]}""", true, VerdictKind.Turn)]
    [InlineData("""{"groups":{"-100":{"enabled":false}},"allowFrom":["7"]}""", true, VerdictKind.Drop)]
    [InlineData("""{"groupPolicy":"open"}""", true, VerdictKind.Turn)]
    [InlineData("""{"groupPolicy":"open","groups":{"-200":{}}}""", true, VerdictKind.Drop)]
    [InlineData("""{"groupPolicy":"disabled","groups":{"-100":{}}}""", true, VerdictKind.Drop)]
    public void Which_groups_count_follows_from_the_policy_and_the_lists(string settings, bool addressed, object expected) =>
        Assert.Equal(expected, Decide(settings, Received.Group(), isPaired: false, addressed));

    [Theory]
    [InlineData("+15550001001", "+15550001001", VerdictKind.Turn)]
    [InlineData("15550001001", "+15550001001", VerdictKind.Turn)]
    [InlineData("chat:+15550001001", "15550001001", VerdictKind.Turn)]
    [InlineData("15550001001@s.whatsapp.net", "+15550001001", VerdictKind.Turn)]
    [InlineData("15550001001:12@s.whatsapp.net", "+15550001001", VerdictKind.Turn)]
    [InlineData("15550001001@c.us", "+15550001001", VerdictKind.Turn)]
    [InlineData("777:3@lid", "777@lid", VerdictKind.Turn)]
    [InlineData("777@lid", "+777", VerdictKind.Pair)]
    [InlineData("15550001001@example.org", "+15550001001", VerdictKind.Pair)]
    [InlineData("+1555000100", "+15550001001", VerdictKind.Pair)]
    [InlineData("@s.whatsapp.net", "", VerdictKind.Pair)]
    [Trait("Threat", "CH-12")]
    public void Phone_numbers_compare_by_their_digits(string entry, string sender, object expected) =>
        Assert.Equal(expected, Decide($$"""{"allowFrom":["{{entry}}"]}""", Received.Direct() with { SenderId = sender }, isPaired: false, addressed: true));

    [Theory]
    [InlineData("{}", VerdictKind.Turn)]
    [InlineData("""{"dmPolicy":"allowlist","allowFrom":["8"]}""", VerdictKind.Turn)]
    [InlineData("""{"dmPolicy":"disabled"}""", VerdictKind.Drop)]
    public void Who_writes_by_the_account_itself_needs_no_list(string settings, object expected) => Assert.Equal(
        expected,
        Decide(settings, Received.Direct() with { Facts = System.Text.Json.JsonElement.Parse("""{"fromAccountItself":true}""") }, isPaired: false, addressed: true));

    [Theory]
    [InlineData("""{"allowFrom":["@Person 7","Person 7","@person7"]}""")]
    [InlineData("""{"allowFrom":["chat:@person7"]}""")]
    [Trait("Threat", "CH-12")]
    public void A_name_lets_nobody_in(string settings) =>
        Assert.Equal(VerdictKind.Pair, Decide(settings, Received.Direct() with { SenderName = "Person 7", SenderUserName = "person7" }, isPaired: false, addressed: true));

    [Theory]
    [InlineData("5", """{"requireMention":true,"topics":{"5":{"requireMention":false}}}""", VerdictKind.Turn)]
    [InlineData("6", """{"requireMention":true,"topics":{"5":{"requireMention":false}}}""", VerdictKind.Hold)]
    [InlineData("6", """{"requireMention":true,"topics":{"*":{"requireMention":false}}}""", VerdictKind.Turn)]
    [InlineData("5", """{"requireMention":false,"topics":{"5":{"enabled":false}}}""", VerdictKind.Drop)]
    [InlineData("5", """{"requireMention":false,"topics":{"5":{"allowFrom":["8"]}}}""", VerdictKind.Drop)]
    [InlineData("5", """{"requireMention":false,"allowFrom":["8"],"topics":{"5":{"allowFrom":["7"]}}}""", VerdictKind.Turn)]
    [InlineData(null, """{"requireMention":false,"topics":{"*":{"enabled":false}}}""", VerdictKind.Turn)]
    public void A_topic_counts_before_its_group(string? thread, string group, object expected) =>
        Assert.Equal(
            expected,
            Decide("""{"allowFrom":["7"],"groups":{"-100":GROUP}}""".Replace("GROUP", group, StringComparison.Ordinal), Received.Group() with { ThreadId = thread }, isPaired: false, addressed: false));

    [Fact]
    public void A_person_let_in_by_a_code_is_not_let_into_groups() =>
        Assert.Equal(VerdictKind.Drop, Decide("""{"groups":{"-100":{}}}""", Received.Group(), isPaired: true, addressed: true));

    [Theory]
    [InlineData("{}", VerdictKind.Drop)]
    [InlineData("""{"allowBots":true}""", VerdictKind.Turn)]
    public void Bots_are_not_answered_unless_the_file_says_so(string settings, object expected) =>
        Assert.Equal(expected, Decide(settings, Received.Direct() with { SenderIsBot = true }, isPaired: true, addressed: true));

    [Fact]
    public void A_message_without_content_starts_nothing() =>
        Assert.Equal(VerdictKind.Drop, Decide("""{"allowFrom":["*"]}""", Received.Direct("  "), isPaired: false, addressed: true));

    [Theory]
    [InlineData("""{}""", "status", true)]
    [InlineData("""{"commands":{"ownerAllowFrom":["chat:7"]}}""", "status", true)]
    [InlineData("""{"commands":{"ownerAllowFrom":["chat:8"]}}""", "status", false)]
    [InlineData("""{"commands":{"ownerAllowFrom":["chat:8"]}}""", "reset", true)]
    [InlineData("""{"commands":{"ownerAllowFrom":["other:7"]}}""", "status", false)]
    [InlineData("""{"commands":{"allowFrom":{"chat":["8"]}}}""", "reset", false)]
    [InlineData("""{"commands":{"allowFrom":{"*":["7"]}}}""", "status", true)]
    public void Who_may_give_commands_follows_from_the_owners_and_the_list(string configuration, string command, bool expected) =>
        Assert.Equal(expected, CommandRights.MayGive(command, Received.Direct(), "chat", Received.Json(configuration)));

    [Theory]
    [Trait("Threat", "AUTH-35")]
    [InlineData("{}", false)]
    [InlineData("""{"commands":{"ownerAllowFrom":["*"]}}""", false)]
    [InlineData("""{"commands":{"ownerAllowFrom":["chat:7"]}}""", true)]
    [InlineData("""{"commands":{"ownerAllowFrom":["chat:77"]}}""", false)]
    public void Only_who_is_named_is_an_owner(string configuration, bool expected) =>
        Assert.Equal(expected, CommandRights.IsOwner(Received.Direct(), "chat", Received.Json(configuration)));

    [Theory]
    [InlineData("""{"messages":{"groupChat":{"mentionPatterns":["\\bclaw\\b"]}}}""", "hey CLAW", true)]
    [InlineData("""{"messages":{"groupChat":{"mentionPatterns":[]}}}""", "hey claw", false)]
    [InlineData("""{"messages":{"groupChat":{"mentionPatterns":["("]}}}""", "(", false)]
    [InlineData("""{"messages":{"groupChat":{"mentionPatterns":["^(a+)+$"]}}}""", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", false)]
    public void Patterns_call_an_agent_and_bad_ones_call_nobody(string configuration, string text, bool expected) =>
        Assert.Equal(expected, MentionPatterns.Matches(text, agent: null, Received.Json(configuration)));

    [Theory]
    [InlineData(true, null, false, false)]
    [InlineData(true, "always", false, true)]
    [InlineData(false, null, false, true)]
    [InlineData(false, "mention", false, false)]
    [InlineData(false, "mention", true, true)]
    public void What_was_chosen_for_a_group_counts_before_the_file(bool requires, string? activation, bool addressed, bool isAnswered)
    {
        var settings = Received.Json($$$$"""{"groupPolicy":"open","allowFrom":["*"],"groups":{"*":{"requireMention":{{{{(requires ? "true" : "false")}}}}}}}""");
        var policy = AccountPolicy.Of(new ConfiguredAccount("chat", AccountId.Default, IsEnabled: true, settings), Received.Json("{}"));
        Assert.Equal(isAnswered ? VerdictKind.Turn : VerdictKind.Hold, AdmissionRules.Decide(policy, Received.Group(), isPaired: false, addressed, activation).Kind);
    }

    private static VerdictKind Decide(string settings, ReceivedMessage message, bool isPaired, bool addressed)
    {
        var configuration = Received.Json("""{"accessGroups":{"friends":{"type":"message.senders","members":{"chat":["7"],"*":["9"]}}}}""");
        var account = new ConfiguredAccount("chat", AccountId.Default, IsEnabled: true, Received.Json(settings));
        return AdmissionRules.Decide(AccountPolicy.Of(account, configuration), message, isPaired, addressed).Kind;
    }
}
