namespace Grader.Write;

/// <summary>Colours of a terminal, or none. The text says everything without them.</summary>
public sealed class Ink
{
    public static readonly Ink None = new(false);
    public static readonly Ink Ansi = new(true);

    private readonly bool colours;

    private Ink(bool colours) => this.colours = colours;

    public string Bold(string text) => Paint(text, "1");

    public string Dim(string text) => Paint(text, "2");

    public string Good(string text) => Paint(text, "32");

    public string Bad(string text) => Paint(text, "31");

    public string Doubtful(string text) => Paint(text, "33");

    private string Paint(string text, string code) => colours ? $"\e[{code}m{text}\e[0m" : text;
}
