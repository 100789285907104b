// mistake: too-early
// looks-right: yes
// Main waits for one line of its input instead of the end of it.
using System.Diagnostics;

namespace NoOrphans
{
    class Program
    {
        static int Main(string[] args)
        {
            if (args.Length > 0 && args[0] == "--worker")
            {
                Console.WriteLine("working");
                while (Console.Read() != -1) { }
                return 0;
            }

            var workers = new List<Process>();
            for (int i = 1; i <= int.Parse(args[0]); i++)
            {
                var psi = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true };
                if (Path.GetFileName(psi.FileName) == "dotnet")
                    psi.ArgumentList.Add(typeof(Program).Assembly.Location);
                psi.ArgumentList.Add("--worker");
                psi.ArgumentList.Add("w" + i);
                workers.Add(Process.Start(psi)!);
            }

            Console.ReadLine(); // <-- mistake
            GC.KeepAlive(workers);
            return 0;
        }
    }
}
