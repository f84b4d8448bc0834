namespace OpenClaw.Host.Agents.Prompts;

/// <summary>How much of a conversation fits before a model. Tokens are guessed: four characters each, wide scripts one.</summary>
internal static class PromptBudget
{
    private const int OutputReserve = 20_000;
    private const int CharactersPerToken = 4;
    private const char FirstWideCharacter = '\u2E80';

    /// <summary>Tokens for the conversation; the answer keeps a share of a small window and a fixed part of a large one.</summary>
    public static int Of(int contextWindow) => contextWindow - Math.Min(OutputReserve, contextWindow / 4);

    public static int Estimate(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return 0;
        var wide = 0;
        foreach (var character in text)
        {
            if (character >= FirstWideCharacter)
                wide++;
        }

        return wide + ((text.Length - wide + CharactersPerToken - 1) / CharactersPerToken);
    }

    /// <summary>Characters of a tool's result that a model of this size is shown.</summary>
    public static int ToolResultCharacters(int contextWindow) => contextWindow switch
    {
        >= 200_000 => 64_000,
        >= 100_000 => 32_000,
        _ => 16_000,
    };
}
