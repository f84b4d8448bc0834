using System.Text;

namespace OpenClaw.TestKit;

/// <summary>Takes a line of a document apart the way a shell does, as far as documents go: words and the two kinds of quotes.</summary>
public static class ShellLine
{
    public static string[] Split(string line)
    {
        List<string> words = [];
        StringBuilder? word = null;
        char? quote = null;
        foreach (var letter in line)
        {
            if (letter == quote)
            {
                quote = null;
            }
            else if (quote is null && (letter is '\'' or '"'))
            {
                quote = letter;
                word ??= new StringBuilder();
            }
            else if (quote is null && letter == ' ')
            {
                Take(words, ref word);
            }
            else
            {
                (word ??= new StringBuilder()).Append(letter);
            }
        }

        Take(words, ref word);
        return [.. words];
    }

    private static void Take(List<string> words, ref StringBuilder? word)
    {
        if (word is not null)
            words.Add(word.ToString());
        word = null;
    }
}
