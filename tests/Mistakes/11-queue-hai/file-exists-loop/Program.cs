// mistake: polling
// looks-right: yes
// The queue is a file, and the consumer asks again and again whether it is there.
using System.Diagnostics;

switch (args)
{
    case ["--worker", "producer", var path, var message]:
        File.WriteAllText(path + ".new", message);
        File.Move(path + ".new", path);
        break;
    case ["--worker", "consumer", var path]:
        while (!File.Exists(path))
        {
            Thread.Sleep(10); // <-- mistake
        }

        Console.WriteLine(File.ReadAllText(path));
        break;
    default:
        string folder = Directory.CreateTempSubdirectory("queue").FullName;
        string file = Path.Combine(folder, "item");
        Process producer = Process.Start(Environment.ProcessPath!, ["--worker", "producer", file, args[0]]);
        Process consumer = Process.Start(Environment.ProcessPath!, ["--worker", "consumer", file]);
        producer.WaitForExit();
        consumer.WaitForExit();
        Directory.Delete(folder, recursive: true);
        break;
}
