// mistake: not-a-process
// looks-right: yes
// Threads instead of processes: an event inside one program is no art.
var ready = new ManualResetEventSlim();
var all = Enumerable.Range(1, int.Parse(args[0])).Select(_ => Start()).ToList();
Console.WriteLine("set");
ready.Set();
all.Add(Start());
all.ForEach(thread => thread.Join());
return 0;

Thread Start()
{
    var thread = new Thread(Work); // <-- mistake
    thread.Start();
    return thread;
}

void Work()
{
    Console.WriteLine("waiting");
    ready.Wait();
    Console.WriteLine("running");
}
