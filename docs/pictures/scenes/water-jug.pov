// water-jug
#version 3.7;
#ifndef (View) #declare View = 1; #end
#include "studio.inc"
#include "goods.inc"
#include "m_jug.inc" #include "m_jug_lid.inc" #include "m_cup1.inc" #include "m_cup3.inc"
#switch (View)
#case (1)
  Shot(<-5, 37, -92>, <0, 13, 0>, 30)
  union { object { Jug(2) rotate y*25 } object { JugLid(4) translate y*25.25 rotate z*1.5 } translate At(0, 0, 6.5) }
#break
#case (2)
  Shot(<14, 44, -40>, <1.2, 20, -1>, 30)
  object { Jug(2) rotate y*160 translate At(0, 0, 6.5) }
  object { JugLid(4) rotate y*60 rotate x*-64 translate At(14.5, -8, 3) + <0, 5.6, 0> }
#break
#case (3)
  Shot(<-16, 42, -108>, <4, 11.5, 0>, 31)
  union { object { Jug(2) rotate y*80 } object { JugLid(4) rotate y*30 translate y*25.25 rotate x*1.5 } translate At(-4, 3, 6.5) }
  union { object { M_cup1 Clay(6) } object { Water(5.6, 3.6) } rotate y*30 translate At(15.5, -9, 2.5) }
  object { M_cup3 Clay(8) rotate y*70 translate At(23.5, -2, 2.5) }
#break
#end
